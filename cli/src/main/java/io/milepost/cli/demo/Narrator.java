package io.milepost.cli.demo;

import io.milepost.cli.Failure;
import io.milepost.cli.suite.Desk;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Does the steps of a story and tells each: the request, what followed, and where it can be read. */
final class Narrator {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Desk desk;
    private final PrintStream out;
    private int step;

    Narrator(Desk desk, PrintStream out) {
        this.desk = desk;
        this.out = out;
    }

    void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    /** Something that is no request. */
    void line(String said) {
        out.printf("      %s%n", said);
    }

    /** Brings an entity into being and returns its id. */
    UUID create(String what, String role, URI collection, Object body) {
        var answer = accepted(what, role, collection, body);
        var id = UUID.fromString(answer.required("id").asString());
        out.printf("      read it at %s/%s%n", collection, id);
        return id;
    }

    /** A command that has to be accepted. */
    JsonNode accepted(String what, String role, URI address, Object body) {
        return accepted(what, send(what, role, address, body));
    }

    /** What happened before it was known here, as an import says it. */
    JsonNode imported(String what, URI address, Object body, Instant when) {
        step++;
        out.printf("%3d %s%n      IMPORTER POST %s as of %s %s%n", step, what, address, when, Desk.text(body));
        return accepted(what, desk.command("IMPORTER", address, body, when));
    }

    private JsonNode accepted(String what, Desk.Answer answer) {
        if (answer.status() >= 300) {
            throw new Failure("%s: %d %s".formatted(what, answer.status(), answer.body()));
        }
        for (var event : answer.body().path("events")) {
            out.printf(
                    "   -> %s at position %s%n",
                    event.path("type").asString(), event.path("position").asString());
        }
        return answer.body();
    }

    /** A command that a gate has to stop, with this code. */
    void refused(String what, String role, URI address, Object body, String code) {
        var answer = send(what, role, address, body);
        if (!answer.body().path("code").asString("").equals(code)) {
            throw new Failure(
                    "%s: expected %s, was answered %d %s".formatted(what, code, answer.status(), answer.body()));
        }
        out.printf(
                "   -> refused: %d %s, %s%n",
                answer.status(), code, answer.body().path("detail").asString());
    }

    /** Waits for what another service does by itself. */
    JsonNode followed(String what, String role, URI address, Predicate<JsonNode> until) {
        out.printf("      then, by itself: %s%n", what);
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = desk.read(role, address);
            if (answer.status() == 200 && until.test(answer.body())) {
                out.printf("   -> %s%n", address);
                return answer.body();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new Failure("%s has not happened: %s answers %d %s"
                        .formatted(what, address, answer.status(), answer.body()));
            }
            pause();
        }
    }

    private Desk.Answer send(String what, String role, URI address, Object body) {
        step++;
        out.printf("%3d %s%n      %s POST %s %s%n", step, what, role, address, Desk.text(body));
        return desk.command(role, address, body);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
