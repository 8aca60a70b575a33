/** Proves the road from the log to Kafka on the embedded parts. */
@NullMarked
package io.milepost.platform.relay;

import org.jspecify.annotations.NullMarked;
