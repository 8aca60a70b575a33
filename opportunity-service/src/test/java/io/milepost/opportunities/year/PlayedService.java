package io.milepost.opportunities.year;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.CommandRow.Gate;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.Who;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Automation.Unreached;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.timer.DueDate.When;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The service in memory: what people may send, what follows by itself and what the clock does, by its own catalogues, without store and wire. */
final class PlayedService implements Played {
    /** Something that happened. */
    record Fact(String aggregate, UUID subject, Object event, LocalDate day) {}

    private final List<Catalogue<?, ?, ?>> catalogues;
    private final List<Automation<?>> automations;
    private final List<Due<?>> dues;

    /** What other entities are told that are not played, by the record that a decision reads. */
    private final Map<Class<?>, Function<UUID, Record>> given;

    private final Map<String, Map<UUID, Object>> states = new HashMap<>();
    private final Map<Tag, Set<UUID>> tagged = new HashMap<>();
    private final Deque<Inbound> unheard = new ArrayDeque<>();
    private final List<Fact> log = new ArrayList<>();
    private LocalDate today;

    PlayedService(
            LocalDate today,
            List<Catalogue<?, ?, ?>> catalogues,
            List<Automation<?>> automations,
            List<Due<?>> dues,
            Map<Class<?>, Function<UUID, Record>> given) {
        this.today = today;
        this.catalogues = catalogues;
        this.automations = automations;
        this.dues = dues;
        this.given = given;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public List<Fact> log() {
        return log;
    }

    /** As over the API, where the catalogue gives anybody a role for it. */
    @Override
    public @Nullable String send(String who, UUID id, Record command) {
        if (catalogueOf(command).command(command.getClass()).roles().isEmpty()) {
            throw new AssertionError("nobody may send " + command);
        }
        var refusal = decide(catalogueOf(command), id, command, new Who(who, null, true));
        follow();
        return refusal == null ? null : refusal.name();
    }

    @Override
    public void hear(String source, UUID subject, String type, String json) {
        unheard.add(inbound(source, subject, type, json.getBytes(StandardCharsets.UTF_8)));
        follow();
    }

    @Override
    public void begin(LocalDate day) {
        today = day;
        boolean again = true;
        while (again) {
            again = false;
            for (var due : dues) {
                again |= fire(due);
            }
        }
    }

    @Override
    public Map<UUID, Object> all(Catalogue<?, ?, ?> catalogue) {
        return states.getOrDefault(catalogue.aggregate(), Map.of());
    }

    @Override
    public <S> Optional<S> state(Catalogue<S, ?, ?> catalogue, UUID id) {
        return Optional.ofNullable(typed(catalogue, id));
    }

    private <S> boolean fire(Due<S> due) {
        var passed = new LinkedHashMap<UUID, List<DueDate>>();
        for (var id : all(due.catalogue()).keySet()) {
            var dates = due.dates().apply(typed(due.catalogue(), id)).stream()
                    .filter(date -> hasPassed(date.when()))
                    .toList();
            if (!dates.isEmpty()) {
                passed.put(id, dates);
            }
        }
        passed.forEach((id, dates) -> dates.forEach(date -> {
            var refusal = decide(catalogueOf(date.command()), id, date.command(), Who.unbound("timer"));
            if (refusal != null) {
                throw new AssertionError("%s is due and refused: %s".formatted(date.command(), refusal));
            }
            follow();
        }));
        return !passed.isEmpty();
    }

    private boolean hasPassed(When when) {
        return switch (when) {
            case When.StartOf(var day) -> !day.isAfter(today);
            case When.EndOf(var day) -> day.isBefore(today);
            case When.EndOfWorkingDay(var day, var later) -> working(day, later).isBefore(today);
            case When.At _, When.EndOfWorkingDayAfter _ -> false;
        };
    }

    private static LocalDate working(LocalDate day, int later) {
        var working = day;
        int left = later;
        while (left > 0 || working.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            left -= working.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? 0 : 1;
            working = working.plusDays(1);
        }
        return working;
    }

    private void follow() {
        while (!unheard.isEmpty()) {
            var cause = unheard.poll();
            automations.stream()
                    .filter(automation -> automation.source().equals(cause.source())
                            && automation.type().equals(cause.type()))
                    .forEach(automation -> react(automation, cause));
        }
    }

    private <T> void react(Automation<T> automation, Inbound cause) {
        for (var follows : automation.reaction().all(cause, cause.as(automation.data()))) {
            var refusal = decide(
                    catalogueOf(follows.command()),
                    follows.target(),
                    follows.command(),
                    Who.unbound(automation.name()));
            if (refusal != null && !automation.settledBy().contains(refusal)) {
                throw new AssertionError("%s parks %s: %s".formatted(automation.name(), follows, refusal));
            }
        }
    }

    private <S, C, E> @Nullable Refusal decide(Catalogue<S, C, E> catalogue, UUID id, Record command, Who who) {
        var row = catalogue.command(command.getClass());
        var state = typed(catalogue, id);
        var gate = row.gate(state != null);
        if (gate != Gate.OPEN) {
            return gate == Gate.UNKNOWN ? Unreached.UNKNOWN_TARGET : Unreached.ALREADY_EXISTS;
        }
        var decision = catalogue.decide(row, state, command, occasion(row, id, state, command, who));
        decision.events().forEach(event -> happen(catalogue, id, event));
        return decision instanceof Decision.Refused<E> refused ? refused.reason() : null;
    }

    private <S, E> Occasion occasion(CommandRow<S, E> row, UUID id, @Nullable S state, Record command, Who who) {
        var holders = new HashMap<String, UUID>();
        for (var tag : row.claimed(id, state, command)) {
            tagged.getOrDefault(tag, Set.of()).stream()
                    .filter(other -> !other.equals(id) && isHeld(tag, other))
                    .findFirst()
                    .ifPresent(other -> holders.put(tag.key() + "=" + tag.value(), other));
        }
        var reads = new HashMap<Class<?>, Record>();
        row.reads().forEach(read -> read(read, id, state, command).ifPresent(seen -> reads.put(read.type(), seen)));
        var now = today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Occasion(id, now, today, who, Map.of(), holders, reads);
    }

    private <S, O, R extends Record> Optional<Record> read(
            Read<S, O, R> read, UUID id, @Nullable S state, Record command) {
        if (given.containsKey(read.type())) {
            return Optional.of(given.get(read.type()).apply(id));
        }
        var other = read.id().of(id, state, command);
        var seen = other == null ? null : typed(read.other().get(), other);
        return Optional.ofNullable(seen).map(read.as());
    }

    private boolean isHeld(Tag tag, UUID holder) {
        return catalogues.stream()
                .filter(catalogue -> all(catalogue).containsKey(holder))
                .anyMatch(catalogue -> holds(catalogue, tag, holder));
    }

    private <S> boolean holds(Catalogue<S, ?, ?> catalogue, Tag tag, UUID holder) {
        return catalogue.isHeld(tag.key(), tag.value(), typed(catalogue, holder));
    }

    private <S, C, E> void happen(Catalogue<S, C, E> catalogue, UUID id, E event) {
        var row = catalogue.event(event.getClass());
        states.computeIfAbsent(catalogue.aggregate(), _ -> new LinkedHashMap<>())
                .put(id, catalogue.decider().after(typed(catalogue, id), event));
        row.tags()
                .apply(event)
                .forEach(tag ->
                        tagged.computeIfAbsent(tag, _ -> new LinkedHashSet<>()).add(id));
        log.add(new Fact(catalogue.aggregate(), id, event, today));
        unheard.add(inbound("opportunity", id, row.wireType(), Json.events().writeValueAsBytes(event)));
    }

    private Inbound inbound(String source, UUID subject, String type, byte[] data) {
        var now = today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Inbound(
                source, type, subject, new UUID(3, log.size()), log.size(), "e", now, now, "x", "c", "k", data);
    }

    @SuppressWarnings("unchecked") // a state is kept under the aggregate that folded it
    private <S> @Nullable S typed(Catalogue<S, ?, ?> catalogue, UUID id) {
        return (S) all(catalogue).get(id);
    }

    private Catalogue<?, ?, ?> catalogueOf(Record command) {
        return catalogues.stream()
                .filter(catalogue ->
                        catalogue.commands().stream().anyMatch(row -> row.type().equals(command.getClass())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody decides " + command));
    }
}
