/** An example for those who read events from Kafka: position and effect are kept together, so that a restart loses nothing and does nothing twice. */
@org.jspecify.annotations.NullMarked
package io.milepost.client.consumer;
