/** A fixture that breaks the rules of the architecture, for the tests of the rules. */
@NullMarked
package io.milepost.platform.testkit.archfixture.broken.ring.one;

import org.jspecify.annotations.NullMarked;
