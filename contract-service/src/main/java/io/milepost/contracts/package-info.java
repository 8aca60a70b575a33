/** Contracts: what was agreed with a customer, for how much, and that both sides signed it. */
@NullMarked
package io.milepost.contracts;

import org.jspecify.annotations.NullMarked;
