/** Proofs of what is declared over closures. */
package io.milepost.reporting.read.mart.closures;
