/** Proves the inbox on the embedded parts: repeats, parking, faults, epochs. */
package io.milepost.platform.inbox;
