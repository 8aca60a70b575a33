/** Experiment E20: seeded lives of the log, its relay and its readers, in one instance and in no time. */
package io.milepost.platform.simulation;
