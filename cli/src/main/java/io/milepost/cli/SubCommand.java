package io.milepost.cli;

import java.io.PrintStream;
import java.util.Set;

/** One word after {@code milepost}. */
public interface SubCommand {

    /** The first line says what it does, the rest how it is called. */
    String help();

    /** Options that take a value, without the dashes. */
    Set<String> options();

    /** Options that stand alone, without the dashes. */
    Set<String> flags();

    /**
     * Does the work and returns the exit code.
     *
     * @param out for what was asked for, so that it can be piped
     * @param err for progress and complaints
     */
    int run(Arguments arguments, PrintStream out, PrintStream err);
}
