/** Proofs that what reports read is what the services publish. */
package io.milepost.reporting.inbound;
