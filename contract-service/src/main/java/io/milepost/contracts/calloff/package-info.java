/** How much of each line of a contract confirmed orders have called off, so that all of them together take no more than was agreed. */
package io.milepost.contracts.calloff;
