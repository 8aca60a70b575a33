/** Proofs of the handovers projection. */
package io.milepost.reporting.read.handovers;
