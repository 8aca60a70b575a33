/** Contracts drafted, signed and effective, and what the signed ones are worth, on any day. */
@NullMarked
package io.milepost.reporting.read.contracts;

import org.jspecify.annotations.NullMarked;
