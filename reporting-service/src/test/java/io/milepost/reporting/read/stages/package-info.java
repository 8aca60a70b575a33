/** Proofs of the stages report. */
package io.milepost.reporting.read.stages;
