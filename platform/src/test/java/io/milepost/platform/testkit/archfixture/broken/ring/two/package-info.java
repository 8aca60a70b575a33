/** A fixture that breaks the rules of the architecture, for the tests of the rules. */
@NullMarked
package io.milepost.platform.testkit.archfixture.broken.ring.two;

import org.jspecify.annotations.NullMarked;
