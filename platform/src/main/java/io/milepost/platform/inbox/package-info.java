/** Kafka to commands and projections: consumers of other services' topics, high-water positions, and parking of what cannot be processed. Knows no business type. */
package io.milepost.platform.inbox;
