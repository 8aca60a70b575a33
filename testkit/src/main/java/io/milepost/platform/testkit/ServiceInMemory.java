package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Gathering;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service without store and wire: its catalogues decide on what has happened, and a request that left something behind is answered as before. */
final class ServiceInMemory {
    private final List<? extends Catalogue<?, ?, ?>> catalogues;
    private final Map<Entity, Object> states = new HashMap<>();
    private final Map<Entity, Instant> lastEffective = new HashMap<>();
    private final Map<Tag, SequencedSet<Entity>> carriers = new HashMap<>();
    private final Map<String, Outcome> answered = new HashMap<>();
    private final List<Fact> log = new ArrayList<>();

    /** One entity of an aggregate. */
    record Entity(String aggregate, UUID id) {}

    /** What happened to an entity. */
    record Fact(Entity entity, Object event) {}

    ServiceInMemory(List<? extends Catalogue<?, ?, ?>> catalogues) {
        this.catalogues = catalogues;
    }

    List<Fact> log() {
        return List.copyOf(log);
    }

    /** What its entities are. */
    Map<Entity, Object> states() {
        return Map.copyOf(states);
    }

    @SuppressWarnings("unchecked") // a state is kept under the aggregate that folded it
    <S> @Nullable S state(Catalogue<S, ?, ?> catalogue, UUID id) {
        return (S) states.get(new Entity(catalogue.aggregate(), id));
    }

    Catalogue<?, ?, ?> catalogueOf(Record command) {
        return catalogues.stream()
                .filter(catalogue ->
                        catalogue.commands().stream().anyMatch(row -> row.type().equals(command.getClass())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody decides " + command));
    }

    /** As if it had been decided before. */
    <E> void happen(Catalogue<?, ?, E> catalogue, UUID id, E event) {
        happen(catalogue, id, event, Instant.MIN);
    }

    private <S, E> void happen(Catalogue<S, ?, E> catalogue, UUID id, E event, Instant effectiveAt) {
        var entity = new Entity(catalogue.aggregate(), id);
        states.put(entity, catalogue.decider().after(state(catalogue, id), event));
        lastEffective.merge(entity, effectiveAt, (one, other) -> one.isAfter(other) ? one : other);
        catalogue
                .event(event.getClass())
                .tags()
                .apply(event)
                .forEach(tag -> carriers.computeIfAbsent(tag, _ -> new LinkedHashSet<>())
                        .addLast(entity));
        log.add(new Fact(entity, event));
    }

    Outcome send(Request request) {
        var before = answered.get(request.requestId());
        return before == null ? decide(catalogueOf(request.command()), request) : before;
    }

    private <S, C, E> Outcome decide(Catalogue<S, C, E> catalogue, Request request) {
        var id = request.id();
        var row = catalogue.command(request.command().getClass());
        var state = state(catalogue, id);
        switch (row.gate(state != null)) {
            case UNKNOWN -> {
                return new Outcome.Unknown(id);
            }
            case TAKEN -> {
                return new Outcome.AlreadyExists(id);
            }
            case OPEN -> {}
        }
        var stated = Objects.requireNonNull(request.effectiveAt());
        var last = lastEffective.getOrDefault(new Entity(catalogue.aggregate(), id), Instant.MIN);
        var at = stated.isBefore(last) ? last : stated;
        var decision = catalogue.decide(row, state, request.command(), occasion(catalogue, row, state, request, at));
        decision.events().forEach(event -> happen(catalogue, id, event, at));
        var outcome = outcome(request, decision, row.creates());
        if (!decision.events().isEmpty()) {
            answered.put(request.requestId(), outcome);
        }
        return outcome;
    }

    private <E> Outcome outcome(Request request, Decision<E> decision, boolean created) {
        return switch (decision) {
            case Decision.Accepted<E>(var events) ->
                events.isEmpty()
                        ? new Outcome.Unchanged(request.id(), log.size())
                        : new Outcome.Committed(request.id(), created, log.size(), List.of(), false);
            case Decision.Refused<E>(var reason, var detail, var pointer, var _) ->
                new Outcome.Refused(
                        request.id(),
                        reason.name(),
                        reason.reason().kind(),
                        detail,
                        pointer,
                        log.size(),
                        List.of(),
                        false);
        };
    }

    private <S, E> Occasion occasion(
            Catalogue<S, ?, E> catalogue, CommandRow<S, E> row, @Nullable S state, Request request, Instant at) {
        var self = new Entity(catalogue.aggregate(), request.id());
        var digests = new HashMap<String, String>();
        row.digests().forEach((name, of) -> {
            var value = of.apply(request.command());
            if (value != null) {
                digests.put(name, Integer.toHexString(value.hashCode()));
            }
        });
        var holders = new HashMap<String, UUID>();
        for (var tag : row.claimed(request.id(), state, request.command(), digests)) {
            carriers.getOrDefault(tag, new LinkedHashSet<>()).reversed().stream()
                    .filter(carrier -> !carrier.equals(self) && isHeld(tag, carrier))
                    .findFirst()
                    .ifPresent(holder -> holders.put(tag.toString(), holder.id()));
        }
        var reads = new HashMap<Class<?>, Record>();
        for (var read : row.reads()) {
            var seen = read(read, self, state, request.command());
            if (seen != null) {
                reads.put(read.type(), seen);
            }
        }
        for (var gathering : row.gathers()) {
            var value = gathering.value().apply(state, request.command());
            if (value != null) {
                reads.put(gathering.type(), gather(gathering, new Tag(gathering.key(), value), self));
            }
        }
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new Occasion(request.id(), at, today, request.who(), digests, holders, reads);
    }

    private boolean isHeld(Tag tag, Entity carrier) {
        return catalogues.stream()
                .filter(catalogue -> catalogue.aggregate().equals(carrier.aggregate()))
                .anyMatch(catalogue -> isHeld(catalogue, tag, carrier.id()));
    }

    private <S> boolean isHeld(Catalogue<S, ?, ?> catalogue, Tag tag, UUID carrier) {
        return catalogue.isHeld(tag.key(), tag.value(), Objects.requireNonNull(state(catalogue, carrier)));
    }

    private <S, O, R extends Record> @Nullable R read(
            Read<S, O, R> read, Entity self, @Nullable S state, Record command) {
        var id = read.id().of(self.id(), state, command);
        var other = id == null ? null : new Entity(read.other().get().aggregate(), id);
        var seen = id == null || self.equals(other) ? null : state(read.other().get(), id);
        return seen == null ? null : read.as().apply(seen);
    }

    @SuppressWarnings("NullAway") // where it is enough to know that they are there, nobody looks at the states
    private <O, R extends Record> R gather(Gathering<?, O, R> gathering, Tag tag, Entity self) {
        var others = gathering.others();
        return gathering
                .as()
                .apply(carriers.getOrDefault(tag, new LinkedHashSet<>()).stream()
                        .filter(carrier -> !carrier.id().equals(self.id()))
                        .filter(carrier ->
                                others == null || others.get().aggregate().equals(carrier.aggregate()))
                        .map(carrier -> new Gathering.Gathered<O>(
                                carrier.id(), others == null ? null : state(others.get(), carrier.id())))
                        .toList());
    }
}
