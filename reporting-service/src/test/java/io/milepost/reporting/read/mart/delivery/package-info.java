/** Proofs of what is declared over what follows a contract. */
package io.milepost.reporting.read.mart.delivery;
