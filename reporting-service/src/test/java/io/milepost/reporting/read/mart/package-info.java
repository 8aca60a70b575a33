/** Proofs of the mart, on a real PostgreSQL. */
package io.milepost.reporting.read.mart;
