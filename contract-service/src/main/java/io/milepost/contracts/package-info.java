/** Contracts: what was agreed with a customer, for how much, that both sides signed it, what is ordered under it, what both sides owe, and how its money comes in. */
package io.milepost.contracts;
