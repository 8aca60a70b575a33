package io.milepost.platform.privacy;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.json.Json;
import io.milepost.platform.privacy.Erasure.Affected;
import io.milepost.platform.privacy.Erasure.Receiver;
import io.milepost.platform.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the log says of a person: read through from its first event, since a text of the person may stand in an event of any entity. That
 * takes as long as the log is; nobody waits for it but who asks for it, which is seldom.
 */
public final class Holdings {
    private static final int PAGE = 512;

    private final EventLog log;
    private final Map<String, EventRow<?>> rows;

    public Holdings(EventLog log, List<Catalogue<?, ?, ?>> catalogues) {
        this.log = log;
        rows = catalogues.stream()
                .flatMap(catalogue -> catalogue.events().stream())
                .collect(Collectors.toMap(EventRow::wireType, row -> row));
    }

    /** Events of an entity that has the person's id, and all others in which a text of the person stands, in order. */
    public List<StoredEvent> of(UUID person) {
        var found = new ArrayList<StoredEvent>();
        read(event -> {
            if (subject(event).equals(person) || isSealedIn(event, person) || isOpenIn(event, person)) {
                found.add(event);
            }
        });
        return found;
    }

    /**
     * Where texts of some persons stand.
     *
     * @param entities by entity
     * @param receivers to which such events were sent
     */
    record Concerned(List<Affected> entities, List<Receiver> receivers) {}

    Concerned concerned(Collection<UUID> persons, Receivers.Reading receivers) {
        record Entity(String aggregate, UUID id) {}
        record Positions(List<Long> sealed, List<Long> open) {}
        var found = new LinkedHashMap<Entity, Positions>();
        read(event -> {
            boolean sealed = persons.stream().anyMatch(person -> isSealedIn(event, person));
            boolean open = persons.stream().anyMatch(person -> isOpenIn(event, person));
            receivers.take(event, sealed || open);
            if (sealed || open) {
                var of = found.computeIfAbsent(
                        new Entity(event.require(Metadata.AGGREGATE), subject(event)),
                        _ -> new Positions(new ArrayList<>(), new ArrayList<>()));
                if (sealed) {
                    of.sealed().add(event.position());
                }
                if (open) {
                    of.open().add(event.position());
                }
            }
        });
        var entities = found.entrySet().stream()
                .map(entry -> new Affected(
                        entry.getKey().aggregate(),
                        entry.getKey().id(),
                        entry.getValue().sealed(),
                        entry.getValue().open()))
                .toList();
        return new Concerned(entities, receivers.found());
    }

    private void read(Consumer<StoredEvent> reader) {
        long position = 0;
        for (var page = log.read(position, PAGE).join();
                !page.isEmpty();
                page = log.read(position, PAGE).join()) {
            page.forEach(commit -> commit.events().forEach(reader));
            position = page.getLast().last();
        }
    }

    private static UUID subject(StoredEvent event) {
        return UUID.fromString(event.require(Metadata.SUBJECT));
    }

    private static boolean isSealedIn(StoredEvent event, UUID person) {
        return text(event).contains(Sealer.PREFIX + person + ".");
    }

    /** Whether a field that is sealed today stands open in an event of before. */
    private boolean isOpenIn(StoredEvent event, UUID person) {
        var row = rows.get(event.wireType());
        return row != null
                && !row.personal().isEmpty()
                // Whose it is is said by the entity or in the event; others need not be looked into.
                && (subject(event).equals(person) || text(event).contains(person.toString()))
                && isOpenIn(row, event, person);
    }

    private static <E> boolean isOpenIn(EventRow<E> row, StoredEvent event, UUID person) {
        try {
            var json = Json.events().readTree(event.payload());
            return row.personal().stream().anyMatch(field -> isOpen(json.path(field)))
                    && row.person()
                            .apply(subject(event), EventCodec.decode(row, event.payload()))
                            .equals(person);
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private static boolean isOpen(JsonNode value) {
        return value.isString()
                && !value.stringValue().isEmpty()
                && !value.stringValue().startsWith(Sealer.PREFIX);
    }

    private static String text(StoredEvent event) {
        return new String(event.payload(), StandardCharsets.ISO_8859_1);
    }
}
