/** Proofs of the milestones projection. */
package io.milepost.reporting.read.milestones;
