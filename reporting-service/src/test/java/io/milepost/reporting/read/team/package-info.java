/** Proofs of the team projection. */
package io.milepost.reporting.read.team;
