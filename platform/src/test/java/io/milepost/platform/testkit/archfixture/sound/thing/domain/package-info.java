/** A fixture that keeps the rules of the architecture, for the tests of the rules. */
@NullMarked
package io.milepost.platform.testkit.archfixture.sound.thing.domain;

import org.jspecify.annotations.NullMarked;
