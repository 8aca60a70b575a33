/** Proofs of the closures projection. */
package io.milepost.reporting.read.closures;
