/** A fixture that breaks the rules of the architecture, for the tests of the rules. */
package io.milepost.platform.testkit.archfixture.broken.other;
