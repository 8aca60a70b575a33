/**
 * Measures the suite: benches write a table and a JSON file each, with the machine, the versions and the command. Figures that are
 * compared come from one run, in turns.
 */
package io.milepost.bench;
