/** Sealing of personal data: a key per person, wrapped by the service's own master key, in a database of its own. Knows JSON and keys, no event and no HTTP. */
package io.milepost.platform.sealing;
