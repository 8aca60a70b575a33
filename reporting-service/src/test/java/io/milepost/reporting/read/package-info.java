/** Proofs of reporting-service. */
package io.milepost.reporting.read;
