/** Proves the inbox on the embedded parts: repeats, parking, faults, epochs. */
@NullMarked
package io.milepost.platform.inbox;

import org.jspecify.annotations.NullMarked;
