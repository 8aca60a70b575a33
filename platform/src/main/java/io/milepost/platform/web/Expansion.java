package io.milepost.platform.web;

import static java.util.Objects.requireNonNull;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Related;
import io.milepost.platform.json.Json;
import io.milepost.platform.projection.ListQuery;
import io.milepost.platform.projection.Page;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which related entities the caller wants beside those that it asks for: {@code ?expand=accountId,segmentId}. One level: what is shown
 * so names others by their ids again.
 *
 * @param isAsked whether the caller has named any field
 * @param fields that name them, with the aggregates that they name; only those that the caller may read at all
 */
record Expansion(boolean isAsked, Map<String, Catalogue<?, ?, ?>> fields) {
    static final String PARAMETER = "expand";

    /** Where they stand in an answer, by field. */
    static final String EXPANDED = "expanded";

    static final Expansion NONE = new Expansion(false, Map.of());

    Expansion {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static Expansion of(
            Catalogue<?, ?, ?> catalogue, List<Catalogue<?, ?, ?>> all, ServerRequest request, Caller caller) {
        return request.queryParam(PARAMETER)
                .map(text -> asked(Related.of(catalogue, all), List.of(text.split(",", -1)), caller))
                .orElse(NONE);
    }

    private static Expansion asked(Map<String, Catalogue<?, ?, ?>> known, List<String> asked, Caller caller) {
        if (!known.keySet().containsAll(asked)) {
            throw RequestReader.invalidParameter(
                    PARAMETER,
                    known.isEmpty()
                            ? "left out, since nothing here names another entity"
                            : "of %s, with commas between them".formatted(String.join(", ", known.keySet())));
        }
        var fields = new LinkedHashMap<String, Catalogue<?, ?, ?>>();
        for (var field : asked) {
            var other = requireNonNull(known.get(field));
            if (!Collections.disjoint(caller.roles(), other.readers())) {
                fields.put(field, other);
            }
        }
        return new Expansion(true, fields);
    }

    /** A page of one kind of entity. */
    interface Pages {
        Page of(Catalogue<?, ?, ?> other, ListQuery query);
    }

    /** By field and id, the related entities of all that are shown, each kind asked for once. */
    Map<String, Map<UUID, ObjectNode>> related(List<ObjectNode> shown, Pages pages) {
        var related = new HashMap<String, Map<UUID, ObjectNode>>();
        fields.forEach((field, other) -> related.put(field, found(other, idsIn(field, shown), pages)));
        return related;
    }

    private static Map<UUID, ObjectNode> found(Catalogue<?, ?, ?> other, Set<UUID> ids, Pages pages) {
        var found = new HashMap<UUID, ObjectNode>();
        if (ids.isEmpty()) {
            return found;
        }
        var asked = new ListQuery.Filter(
                "id", ListQuery.Op.IN, ids.stream().map(UUID::toString).sorted().toList());
        @Nullable String token = null;
        do {
            var page = pages.of(other, new ListQuery(List.of(asked), List.of(), ids.size(), token, false));
            page.items().forEach(one -> idIn("id", one).ifPresent(id -> found.put(id, one)));
            token = page.nextPageToken();
        } while (token != null);
        return found;
    }

    /** Those that this one names. */
    static ObjectNode beside(ObjectNode shown, Map<String, Map<UUID, ObjectNode>> related) {
        var beside = Json.mapper().createObjectNode();
        related.forEach((field, known) -> idIn(field, shown).map(known::get).ifPresent(one -> beside.set(field, one)));
        return beside;
    }

    /** Of what all these show, the ids in one field. */
    private static Set<UUID> idsIn(String field, List<ObjectNode> shown) {
        var ids = new HashSet<UUID>();
        shown.forEach(item -> idIn(field, item).ifPresent(ids::add));
        return ids;
    }

    static Optional<UUID> idIn(String field, ObjectNode shown) {
        var id = shown.path(field);
        return id.isString() ? Optional.of(UUID.fromString(id.stringValue())) : Optional.empty();
    }
}
