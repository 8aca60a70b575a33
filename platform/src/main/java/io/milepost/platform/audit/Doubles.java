package io.milepost.platform.audit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Claimed values that more than one entity holds, because they were stored in different spellings before there was one canonical
 * spelling. New claims look for both; what was stored earlier stays as it is, and an operator decides which entity is right.
 */
final class Doubles {
    private static final int STEP = 512;

    private final EventLog log;
    private final Set<String> keys;

    Doubles(EventLog log, List<Catalogue<?, ?, ?>> catalogues) {
        this.log = log;
        this.keys = catalogues.stream()
                .flatMap(catalogue -> catalogue.claimedKeys().stream())
                .collect(Collectors.toSet());
    }

    /** A value of a tag key in its canonical spelling, and who holds it. */
    record Held(String key, String value, Set<UUID> holders) {}

    /** Reads the whole log; what it keeps meanwhile are the claimed values and their holders. */
    List<Held> find() {
        Map<String, Map<String, Set<UUID>>> held = new TreeMap<>();
        long position = 0;
        for (var commits = log.read(position, STEP).join();
                !commits.isEmpty();
                commits = log.read(position, STEP).join()) {
            commits.forEach(commit -> commit.events().forEach(event -> note(event, held)));
            position = commits.getLast().last();
        }
        return held.entrySet().stream()
                .flatMap(key -> key.getValue().entrySet().stream()
                        .filter(value -> value.getValue().size() > 1)
                        .map(value -> new Held(key.getKey(), value.getKey(), value.getValue())))
                .toList();
    }

    private void note(StoredEvent event, Map<String, Map<String, Set<UUID>>> held) {
        for (var tag : event.tags()) {
            int end = tag.indexOf('=');
            if (end > 0 && keys.contains(tag.substring(0, end))) {
                Subject.of(event)
                        .ifPresent(holder -> held.computeIfAbsent(tag.substring(0, end), _ -> new TreeMap<>())
                                .computeIfAbsent(Codes.canonical(tag.substring(end + 1)), _ -> new TreeSet<>())
                                .add(holder.id()));
            }
        }
    }
}
