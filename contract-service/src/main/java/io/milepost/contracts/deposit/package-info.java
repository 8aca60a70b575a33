/** Money that a buyer puts down for a unit: the first one takes it. */
package io.milepost.contracts.deposit;
