/** The suite in processes of its own, as {@code ./milepost up} starts it, and what they use. */
package io.milepost.bench.suite;
