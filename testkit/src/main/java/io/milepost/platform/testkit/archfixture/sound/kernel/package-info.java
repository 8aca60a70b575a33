/** A fixture that keeps the rules of the architecture, for the tests of the rules. */
package io.milepost.platform.testkit.archfixture.sound.kernel;
