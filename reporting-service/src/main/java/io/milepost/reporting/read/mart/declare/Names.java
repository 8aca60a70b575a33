package io.milepost.reporting.read.mart.declare;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of one dataset: columns in SQL, members in JSON, so each is plain, short and there once. */
final class Names {
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern REPORT = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** PostgreSQL cuts a name at 63 bytes, and some of ours get a beginning or an end. */
    private static final int LONGEST = 40;

    /** Columns that every dataset has, and periods by which every report can be told apart. */
    private static final Set<String> TAKEN = Set.of(
            "currency",
            "part",
            "valid_from",
            "valid_to",
            "known_from",
            "known_to",
            "event_position",
            "until_position",
            "month",
            "quarter",
            "year",
            "from",
            "to",
            "day",
            "and",
            "or",
            "not",
            "in",
            "eq",
            "ne",
            "gt",
            "ge",
            "lt",
            "le",
            "null",
            "true",
            "false");

    private final String of;
    private final Set<String> seen = new HashSet<>();

    Names(String of) {
        this.of = of;
    }

    void add(String name) {
        column(name);
        if (TAKEN.contains(name) || !seen.add(name)) {
            throw new WrongDeclarationException("%s: the name %s is taken".formatted(of, name));
        }
    }

    static void column(String name) {
        check(COLUMN, name, "like_this");
    }

    static void report(String name) {
        check(REPORT, name, "like-this");
    }

    private static void check(Pattern form, String name, String like) {
        if (!form.matcher(name).matches() || name.length() > LONGEST) {
            throw new WrongDeclarationException(
                    "'%s' is no name: write it %s, at most %d letters".formatted(name, like, LONGEST));
        }
    }
}
