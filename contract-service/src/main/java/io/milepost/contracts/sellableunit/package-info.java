/** A unit of a property programme that is for sale, and the prices that customers were told for it. */
package io.milepost.contracts.sellableunit;
