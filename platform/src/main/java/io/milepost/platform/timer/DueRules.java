package io.milepost.platform.timer;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.command.Fold;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the service's rules say of an entity: a function of its events alone, so that every instance and every rebuild says the same. */
final class DueRules {
    private final Map<String, List<Due<?>>> byAggregate;
    private final EventCodec codec;
    private final Sites sites;

    DueRules(List<Due<?>> dues, EventCodec codec, Sites sites) {
        this.byAggregate = dues.stream()
                .collect(Collectors.groupingBy(due -> due.catalogue().aggregate()));
        this.codec = codec;
        this.sites = sites;
        var names = new HashSet<String>();
        dues.forEach(due -> {
            if (!names.add(nameOf(due))) {
                throw new IllegalStateException("two kinds of due dates are named " + nameOf(due));
            }
        });
    }

    /** Of all rules. */
    List<String> names() {
        return byAggregate.values().stream()
                .flatMap(List::stream)
                .map(DueRules::nameOf)
                .toList();
    }

    /** Of the rule that a date of this kind comes from; the kind may have a part behind that of the rule. */
    String nameOf(String aggregate, String kind) {
        return of(aggregate).stream()
                .filter(due -> kind.equals(due.kind()) || kind.startsWith(due.kind() + "-"))
                .max(Comparator.comparingInt(due -> due.kind().length()))
                .map(DueRules::nameOf)
                .orElse(aggregate);
    }

    boolean isEmpty() {
        return byAggregate.isEmpty();
    }

    boolean concern(String aggregate) {
        return byAggregate.containsKey(aggregate);
    }

    Catalogue<?, ?, ?> catalogue(String aggregate) {
        return of(aggregate).getFirst().catalogue();
    }

    /** Whether an entity's history begins with an event of this command. */
    boolean beginsWith(String aggregate, String command) {
        return catalogue(aggregate).commands().stream()
                .filter(CommandRow::creates)
                .anyMatch(row -> row.name().equals(command));
    }

    /** Changes whenever the same log would give other due dates. */
    String shape() {
        return byAggregate.values().stream()
                .flatMap(List::stream)
                .map(DueRules::nameOf)
                .sorted()
                .collect(Collectors.joining(" ", sites.fingerprint() + " owner codes ", ""));
    }

    /**
     * What the entity waits for after these events, which are all of its events up to some position; by id.
     *
     * @throws EventUnreadableException when an event cannot be read or folded, or a rule cannot say what its state waits for
     */
    Map<String, Waiting> after(String aggregate, UUID entity, List<StoredEvent> history) {
        var waiting = new LinkedHashMap<String, Waiting>();
        for (var due : of(aggregate)) {
            after(due, entity, history).values().forEach(date -> waiting.put(date.id(), date));
        }
        return waiting;
    }

    /** The same date, or the last one of its series that has passed by now where that alone counts; under one id, since one of them is fired. */
    Waiting at(Instant now, Waiting waiting, List<StoredEvent> history) {
        return of(waiting.aggregate()).stream()
                .filter(due -> due.overtaken() != null && due.kind().equals(waiting.kind()))
                .findFirst()
                .map(due -> at(now, due, waiting, history))
                .orElse(waiting);
    }

    private <S> Waiting at(Instant now, Due<S> due, Waiting waiting, List<StoredEvent> history) {
        var recurring = Objects.requireNonNull(due.overtaken());
        @Nullable S state = null;
        for (var event : history) {
            state = Fold.next(state, due.catalogue(), codec, waiting.entity(), event);
        }
        var reached = Objects.requireNonNull(state);
        var series = recurring.series().apply(reached).orElseThrow();
        return Stream.iterate(series.every().after(series.next()), series.every()::after)
                .map(day -> recurring.date().apply(reached, day))
                .takeWhile(date -> !date.instant(sites).isAfter(now))
                .reduce(
                        waiting,
                        (_, date) -> waiting.movedTo(date.instant(sites), date.command()),
                        (_, later) -> later);
    }

    private List<Due<?>> of(String aggregate) {
        var dues = byAggregate.get(aggregate);
        if (dues == null) {
            throw new IllegalArgumentException("no rule knows due dates of " + aggregate);
        }
        return dues;
    }

    private <S> Map<String, Waiting> after(Due<S> due, UUID entity, List<StoredEvent> history) {
        @Nullable S state = null;
        Map<String, Waiting> waiting = Map.of();
        for (var event : history) {
            state = Fold.next(state, due.catalogue(), codec, entity, event);
            waiting = next(due, state, entity, event, waiting);
        }
        return waiting;
    }

    /** A date that was there before keeps its id: only what was not there arises now. */
    private <S> Map<String, Waiting> next(
            Due<S> due, S state, UUID entity, StoredEvent event, Map<String, Waiting> before) {
        var waiting = new HashMap<String, Waiting>();
        for (var date : dates(due, state, entity, event)) {
            var aggregate = due.catalogue().aggregate();
            var kind = date.part().isEmpty() ? due.kind() : due.kind() + "-" + date.part();
            var dueAt = date.instant(sites);
            var known = before.get(kind + dueAt);
            waiting.put(
                    kind + dueAt,
                    new Waiting(
                            known == null ? Waiting.idOf(dueAt, aggregate, entity, kind, event.position()) : known.id(),
                            aggregate,
                            entity,
                            kind,
                            dueAt,
                            date.owner(),
                            date.command(),
                            known == null ? event.id() : known.cause(),
                            known == null ? event.metadata().get(Metadata.CORRELATION) : known.correlation()));
        }
        return waiting;
    }

    private static <S> List<DueDate> dates(Due<S> due, S state, UUID entity, StoredEvent event) {
        try {
            return due.dates().apply(state);
        } catch (RuntimeException fault) {
            throw new EventUnreadableException(entity, event.wireType(), event.position(), fault);
        }
    }

    private static String nameOf(Due<?> due) {
        return due.catalogue().aggregate() + "/" + due.kind();
    }
}
