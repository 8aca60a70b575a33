/** Proofs of the trail. */
package io.milepost.reporting.read.audit;
