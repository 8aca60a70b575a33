package io.milepost.cli.mart;

import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Says in lines what the service answers. Each returns the exit code. */
record MartReport(PrintStream out) {

    int status(JsonNode mart) {
        out.printf(
                "generation %d, %s; %d set aside%n",
                mart.get("generation").asInt(),
                mart.get("state").asString(),
                mart.get("setAside").asLong());
        for (JsonNode source : mart.get("sources")) {
            out.printf(
                    "  %-12s at %d, %d ms behind%n",
                    source.get("source").asString(),
                    source.get("position").asLong(),
                    source.get("lagMs").asLong());
            for (JsonNode blocked : source.path("blocked")) {
                out.printf(
                        "    BLOCKED: partition %d after %d: %s%n",
                        blocked.get("partition").asInt(),
                        blocked.get("position").asLong(),
                        blocked.get("reason").asString());
            }
        }
        if (mart.has("building")) {
            progress(mart.get("building"), out);
        }
        if (mart.has("rebuild")) {
            progress(mart.get("rebuild"), out);
        }
        return 0;
    }

    void progress(JsonNode of, PrintStream to) {
        to.printf(
                "building%s: %s, %d events, at most %d to come%n",
                of.has("generation") ? " generation " + of.get("generation").asInt() : " the first generation",
                of.get("progress").isNull()
                        ? "the broker does not say how far"
                        : String.format(
                                Locale.ROOT, "%.1f %%", of.get("progress").asDouble() * 100),
                of.path("events").asLong(0),
                of.path("unread").asLong(0));
    }

    /** What has become of a generation; nothing where it is not known. */
    static String state(JsonNode mart, int generation) {
        return mart.path("generations")
                .valueStream()
                .filter(one -> one.get("generation").asInt() == generation)
                .map(one -> one.get("state").asString())
                .findFirst()
                .orElse("");
    }

    int reconciled(JsonNode found) {
        for (JsonNode dataset : found.get("datasets")) {
            out.printf(
                    "%-24s %d differences%n",
                    dataset.get("name").asString(), dataset.get("count").asLong());
            for (JsonNode one : dataset.get("differences")) {
                out.printf(
                        "  %s %s%n    stored   %s%n    expected %s%n",
                        one.get("table").asString(),
                        one.get("row").asString(),
                        said(one, "stored"),
                        said(one, "expected"));
            }
        }
        return found.get("count").asLong() == 0 ? 0 : 2;
    }

    private static String said(JsonNode one, String field) {
        return one.get(field).isNull() ? "nothing" : one.get(field).asString();
    }

    int setAside(JsonNode found) {
        asides(found.get("items"));
        return 0;
    }

    private void asides(JsonNode items) {
        for (JsonNode one : items) {
            out.printf(
                    "%s %s: %s at %s/%d: %s%s%n",
                    one.get("dataset").asString(),
                    one.get("subject").asString(),
                    one.get("type").asString(),
                    one.get("source").asString(),
                    one.get("position").asLong(),
                    one.get("cause").asString(),
                    one.has("acknowledgedAt") ? ", acknowledged" : "");
        }
    }

    int redriven(JsonNode done) {
        out.printf(
                "%d of %d go on%n",
                done.get("redriven").asInt(), done.get("tried").asInt());
        asides(done.get("stays"));
        return done.get("stays").isEmpty() ? 0 : 2;
    }

    int schemas(JsonNode found) {
        for (JsonNode one : found.get("items")) {
            out.printf(
                    Locale.ROOT,
                    "%s %.1f MB%n",
                    one.get("schema").asString(),
                    one.get("bytes").asLong() / 1_000_000.0);
        }
        return 0;
    }
}
