/** Contracts drafted, signed and effective, and what the signed ones are worth, on any day. */
package io.milepost.reporting.read.contracts;
