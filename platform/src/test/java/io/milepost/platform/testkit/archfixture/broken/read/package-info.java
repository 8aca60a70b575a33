/** A fixture that breaks the rules of the architecture, for the tests of the rules. */
@NullMarked
package io.milepost.platform.testkit.archfixture.broken.read;

import org.jspecify.annotations.NullMarked;
