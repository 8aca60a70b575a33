/** A fixture that keeps the rules of the architecture, for the tests of the rules. */
@NullMarked
package io.milepost.platform.testkit.archfixture.sound.kernel;

import org.jspecify.annotations.NullMarked;
