package io.milepost.platform.audit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.value.Codes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Claimed values that more than one entity holds, because they were stored in different spellings before there was one canonical
 * spelling. New claims look for both; what was stored earlier stays as it is, and an operator decides which entity is right.
 */
final class Doubles {
    private static final int STEP = 512;

    private final EventLog log;
    private final Entities entities;
    private final Map<String, Catalogue<?, ?, ?>> catalogues;
    private final Set<String> keys;

    Doubles(EventLog log, Entities entities, List<Catalogue<?, ?, ?>> catalogues) {
        this.log = log;
        this.entities = entities;
        this.catalogues = catalogues.stream().collect(Collectors.toMap(Catalogue::aggregate, Function.identity()));
        this.keys = catalogues.stream()
                .flatMap(catalogue -> catalogue.claimedKeys().stream())
                .collect(Collectors.toSet());
    }

    /** A value of a tag key in its canonical spelling, and who holds it. */
    record Held(String key, String value, Set<UUID> holders) {}

    /** Reads the whole log; what it keeps meanwhile are the claimed values and whose events carry them. */
    List<Held> find() {
        Map<String, Map<String, Map<Subject, Set<String>>>> carried = new TreeMap<>();
        long position = 0;
        for (var commits = log.read(position, STEP).join();
                !commits.isEmpty();
                commits = log.read(position, STEP).join()) {
            commits.forEach(commit -> commit.events().forEach(event -> note(event, carried)));
            position = commits.getLast().last();
        }
        return carried.entrySet().stream()
                .flatMap(key -> key.getValue().entrySet().stream()
                        .filter(value -> value.getValue().size() > 1)
                        .map(value -> new Held(key.getKey(), value.getKey(), holders(key.getKey(), value.getValue()))))
                .filter(held -> held.holders().size() > 1)
                .toList();
    }

    /** Of those whose events carry a value in these spellings, those that hold it now. */
    private Set<UUID> holders(String key, Map<Subject, Set<String>> carriers) {
        return carriers.entrySet().stream()
                .filter(carrier -> isHeld(key, carrier.getValue(), carrier.getKey()))
                .map(carrier -> carrier.getKey().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isHeld(String key, Set<String> spellings, Subject carrier) {
        var catalogue = catalogues.get(carrier.aggregate());
        return catalogue == null
                || !catalogue.holds().containsKey(key)
                || isHeld(catalogue, key, spellings, carrier.id());
    }

    private <S> boolean isHeld(Catalogue<S, ?, ?> catalogue, String key, Set<String> spellings, UUID id) {
        try {
            var state = entities.load(catalogue, id, new AsOf.Now()).join().known();
            return spellings.stream().anyMatch(spelling -> catalogue.isHeld(key, spelling, state));
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof EventUnreadableException) {
                return true;
            }
            throw failed;
        }
    }

    /** What others ask for but its own kind does not claim, such as the team of a member, many may have. */
    private boolean isClaimedBy(String aggregate, String key) {
        var catalogue = catalogues.get(aggregate);
        return catalogue == null || catalogue.claimedKeys().contains(key);
    }

    private void note(StoredEvent event, Map<String, Map<String, Map<Subject, Set<String>>>> carried) {
        for (var tag : event.tags()) {
            int end = tag.indexOf('=');
            if (end > 0 && keys.contains(tag.substring(0, end))) {
                Subject.of(event)
                        .filter(carrier -> isClaimedBy(carrier.aggregate(), tag.substring(0, end)))
                        .ifPresent(carrier -> carried.computeIfAbsent(tag.substring(0, end), _ -> new TreeMap<>())
                                .computeIfAbsent(Codes.canonical(tag.substring(end + 1)), _ -> new HashMap<>())
                                .computeIfAbsent(carrier, _ -> new HashSet<>())
                                .add(tag.substring(end + 1)));
            }
        }
    }
}
