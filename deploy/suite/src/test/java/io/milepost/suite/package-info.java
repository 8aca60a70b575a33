/** The whole suite as processes: its life cycle, and what kill -9 may not do to it. */
package io.milepost.suite;
