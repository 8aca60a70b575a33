/** Proofs of the trace projection. */
package io.milepost.reporting.read.trace;
