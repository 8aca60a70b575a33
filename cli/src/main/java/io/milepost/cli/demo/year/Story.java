package io.milepost.cli.demo.year;

import io.milepost.cli.suite.Item;
import io.milepost.cli.suite.NameBasedId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens one after the other. Ids and idempotency keys follow from the company and the story's name, so that a story that is told
 * again changes nothing.
 */
final class Story {
    /** Who may say when something was true. */
    static final String HISTORIAN = "IMPORTER";

    private final String company;
    private final String name;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable LocalDate day;
    private int minute;

    Story(String company, String name) {
        this.company = company;
        this.name = name;
    }

    String name() {
        return name;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The id of something in this company. */
    static UUID id(String company, String kind, Object which) {
        return NameBasedId.of("demo", "year", company, kind, String.valueOf(which));
    }

    /** What follows was true on this day, each thing a minute after the one before. */
    Story on(LocalDate when) {
        if (!when.equals(day)) {
            day = when;
            minute = 0;
        }
        return this;
    }

    /** It was so on the day that is told. */
    Story was(Service at, String command, UUID id, Body body) {
        return step(at, HISTORIAN, command, id, moment(), body, false, null);
    }

    /** The same, after what another service does by itself. */
    Story thenWas(Service at, String command, UUID id, Body body) {
        return step(at, HISTORIAN, command, id, moment(), body, true, null);
    }

    /** It was so on the day that is told, or somebody has said it already, which is answered with this code. */
    Story wasUnless(Service at, String command, UUID id, Body body, String code) {
        return step(at, HISTORIAN, command, id, moment(), body, false, code);
    }

    /** Somebody does it now. */
    Story now(Service at, String role, String command, UUID id, Body body) {
        return step(at, role, command, id, null, body, false, null);
    }

    /** Somebody does it now, after what another service does by itself. */
    Story thenNow(Service at, String role, String command, UUID id, Body body) {
        return step(at, role, command, id, null, body, true, null);
    }

    private Story step(
            Service at,
            String role,
            String command,
            UUID id,
            @Nullable Instant when,
            Body body,
            boolean follows,
            @Nullable String refusal) {
        var key = id(company, "step", name + "/" + steps.size() + "/" + command);
        steps.add(new Step(at, role, new Item(command, id, when, key, body), follows, refusal));
        return this;
    }

    private Instant moment() {
        if (day == null) {
            throw new IllegalStateException(name + " does not say when");
        }
        return day.atTime(8, 0).plusMinutes(minute++).toInstant(ZoneOffset.UTC);
    }
}
