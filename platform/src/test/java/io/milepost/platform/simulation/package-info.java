/** Experiment E20: seeded lives of the log, its relay and its readers, in one instance and in no time. */
@NullMarked
package io.milepost.platform.simulation;

import org.jspecify.annotations.NullMarked;
