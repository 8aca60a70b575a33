/** Proofs of the projection engine. */
package io.milepost.reporting.read.generations;
