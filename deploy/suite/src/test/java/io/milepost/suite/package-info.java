/** The whole suite as processes: its life cycle, and what kill -9 may not do to it. */
@NullMarked
package io.milepost.suite;

import org.jspecify.annotations.NullMarked;
