/** Proofs of what is declared over milestones. */
package io.milepost.reporting.read.mart.milestones;
