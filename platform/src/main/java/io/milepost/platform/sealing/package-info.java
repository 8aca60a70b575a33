/** Sealing of personal data and of what is secret: a key per person or secret entity, wrapped by the service's own master key, in a database of its own. Knows JSON and keys, no event and no HTTP. */
package io.milepost.platform.sealing;
