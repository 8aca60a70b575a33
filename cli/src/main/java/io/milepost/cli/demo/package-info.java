/** One deal told over the public API, from the captured lead to the closed project. */
@NullMarked
package io.milepost.cli.demo;

import org.jspecify.annotations.NullMarked;
