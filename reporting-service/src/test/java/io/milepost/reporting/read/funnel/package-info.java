/** Proofs of the funnel. */
package io.milepost.reporting.read.funnel;
