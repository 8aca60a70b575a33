package io.milepost.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a bench is run.
 *
 * @param names of the benches, in their order
 * @param full also what takes long: a million events
 * @param quick rounds so short that they only show that a bench works
 * @param results where tables and JSON are written
 * @param project the folder of the checkout
 */
public record Options(List<String> names, boolean full, boolean quick, Path results, Path project) {

    public Options {
        names = List.copyOf(names);
    }

    /** How often things that are compared take turns. */
    public int rounds() {
        return quick ? 1 : 3;
    }

    /** How long each turn is. */
    public Duration turn() {
        return quick ? Duration.ofMillis(300) : Duration.ofSeconds(2);
    }

    /** As it is typed. */
    String command(String name) {
        return "./milepost bench " + name + (full ? " --full" : "") + (quick ? " --quick" : "");
    }
}
