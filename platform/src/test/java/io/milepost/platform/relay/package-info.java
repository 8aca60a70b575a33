/** Proves the road from the log to Kafka on the embedded parts. */
package io.milepost.platform.relay;
