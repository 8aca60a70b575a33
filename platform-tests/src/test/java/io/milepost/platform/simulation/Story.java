package io.milepost.platform.simulation;

import java.util.List;
import java.util.Map;

/**
 * What came of one seed.
 *
 * @param violations of the invariants, a sentence each
 * @param print a number that another course of events does not have
 * @param told the course of events, if it was asked for
 */
record Story(
        long seed,
        List<String> violations,
        long print,
        long steps,
        long commits,
        Map<Weather.Fault, Integer> struck,
        List<String> told) {

    String text() {
        return "seed %d%n  %s%n%n  %s%n".formatted(seed, String.join("\n  ", told), String.join("\n  ", violations));
    }
}
