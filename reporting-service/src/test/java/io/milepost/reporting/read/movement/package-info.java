/** Proofs of the contracts projection. */
package io.milepost.reporting.read.movement;
