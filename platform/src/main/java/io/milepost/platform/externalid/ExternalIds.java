package io.milepost.platform.externalid;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.json.Json;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * External ids of entities (ADR 0135). Whatever callers may create has them: who declares {@code .creates(..)} with roles declares
 * nothing else. An id of a system names one entity of a kind at a time, which a tag and the append's condition hold.
 */
public final class ExternalIds {
    /** How many an entity has at a time. */
    public static final int MOST = 20;

    /** The field of bodies and views. */
    public static final String FIELD = "externalIds";

    /** The first part of the event's name, and the name of its schema. */
    public static final String NAME = "external-ids";

    static final String VERB = "change-external-ids";

    private static final String EVENT = NAME + ".changed";
    private static final int VERSION = 1;
    private static final String TAG = "external-id";

    /** How the event is told to readers: one for all aggregates, which says whose it is. */
    public static final EventRow<ExternalIdsChanged> ROW = new EventRow<>(
            ExternalIdsChanged.class,
            EVENT,
            VERSION,
            changed ->
                    changed.added().stream().map(id -> tag(changed.kind(), id)).collect(Collectors.toSet()),
            (id, _) -> id,
            List.of(),
            (id, _) -> id,
            null);

    private ExternalIds() {}

    /** Whether entities of the aggregate have external ids: where callers create them, but for what is the operators' alone. */
    public static boolean has(Catalogue<?, ?, ?> catalogue) {
        return !catalogue.readers().equals(Set.of(Role.OPERATOR))
                && !roles(catalogue).isEmpty();
    }

    /** The command by which those of an entity change, for whoever may create one. */
    public static <S, C, E> Optional<CommandRow<S, E>> row(Catalogue<S, C, E> catalogue) {
        return has(catalogue)
                ? Optional.of(CommandRow.besides(
                        "Change" + catalogue.noun() + "ExternalIds", ChangeExternalIds.class, VERB, roles(catalogue)))
                : Optional.empty();
    }

    /** All commands on entities of the aggregate that callers may send. */
    public static <S, C, E> List<CommandRow<S, E>> routed(Catalogue<S, C, E> catalogue) {
        return Stream.concat(
                        catalogue.commands().stream()
                                .filter(command -> !command.roles().isEmpty()),
                        row(catalogue).stream())
                .toList();
    }

    private static Set<Role> roles(Catalogue<?, ?, ?> catalogue) {
        var roles = new HashSet<Role>();
        catalogue.commands().stream().filter(CommandRow::creates).forEach(row -> roles.addAll(row.roles()));
        return roles;
    }

    /** Under which an entity of a kind is found. */
    public static Tag tag(String kind, ExternalId id) {
        return new Tag(TAG, kind + "/" + id);
    }

    /** Whether a tag is one that entities are found under. */
    public static boolean isOne(Tag tag) {
        return tag.key().equals(TAG);
    }

    /** Whether an entity that is called so is found under the tag. */
    public static boolean isHeld(Tag tag, String kind, Collection<ExternalId> called) {
        return called.stream().anyMatch(id -> tag(kind, id).equals(tag));
    }

    public static boolean isOne(StoredEvent event) {
        return event.name().equals(EVENT);
    }

    /** What an entity is called after the event; one of a version that is not known cannot be read. */
    public static List<ExternalId> after(List<ExternalId> before, StoredEvent event) {
        if (event.version() != VERSION) {
            throw new IllegalStateException("no reader of %s".formatted(event.wireType()));
        }
        return Json.events().readValue(event.payload(), ROW.type()).after(before);
    }

    /** What an entity is called once this is stored. */
    public static List<ExternalId> after(List<ExternalId> before, ExternalIdsChanged event) {
        return event.after(before);
    }
}
