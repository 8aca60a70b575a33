/** A small aggregate that has every feature a catalogue knows, for the tests of the kit itself; it is nobody's business. */
package io.milepost.platform.testkit.parcel;
