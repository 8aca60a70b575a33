package io.milepost.local.postgresql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server cannot be had: the message says why, the remedy what to do about it. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The way out of everything that only concerns a server of our own. */
    static final String USE_ANOTHER =
            "set MILEPOST_MART_URI, MILEPOST_MART_USER and MILEPOST_MART_PASSWORD to a server that runs elsewhere.";

    private static final String DETAIL = "DETAIL:";
    private static final int LAST_LINES = 8;

    private final String remedy;

    Unavailable(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    Unavailable(String message, String remedy) {
        this(message, remedy, null);
    }

    /** Made of what a program of PostgreSQL has printed before it ended. */
    static Unavailable saying(List<String> output, DataFolder folder) {
        String all = String.join("\n", output);
        if (all.contains("database files are incompatible with server")) {
            return new Unavailable(
                    "The data in " + folder.data() + " are of another version of PostgreSQL. " + detail(output),
                    "Move " + folder.home()
                            + " away to begin with an empty one; or run a server of that version on it, and"
                            + " name that one by MILEPOST_MART_URI, MILEPOST_MART_USER and MILEPOST_MART_PASSWORD.");
        }
        if (all.contains("cannot be run as root") || all.contains("\"root\" execution")) {
            return new Unavailable(
                    "PostgreSQL does not run as root, and this machine gives root no user namespace (unshare -U).",
                    "Run ./milepost up as another user, or " + USE_ANOTHER);
        }
        return new Unavailable(
                "PostgreSQL does not start. It said:\n"
                        + String.join("\n", output.subList(Math.max(0, output.size() - LAST_LINES), output.size())),
                "Set right what it names, or " + USE_ANOTHER);
    }

    private static String detail(List<String> output) {
        return output.stream()
                .filter(line -> line.contains(DETAIL))
                .map(line ->
                        line.substring(line.indexOf(DETAIL) + DETAIL.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** What whoever started us can do. */
    public String remedy() {
        return remedy;
    }
}
