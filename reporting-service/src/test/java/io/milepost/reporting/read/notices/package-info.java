/** Proofs of the inbox. */
package io.milepost.reporting.read.notices;
