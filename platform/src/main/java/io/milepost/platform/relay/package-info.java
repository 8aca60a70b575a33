/** The event log to Kafka: every event once and in order, in transactions that also carry the position reached. */
package io.milepost.platform.relay;
