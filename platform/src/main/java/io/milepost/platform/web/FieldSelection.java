package io.milepost.platform.web;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.externalid.ExternalIds;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which fields of a view the caller wants: {@code ?fields=status,title}. The id is always there.
 *
 * @param names null for all
 */
record FieldSelection(@Nullable Set<String> names) {
    static final String PARAMETER = "fields";

    private static final String ID = "id";

    FieldSelection {
        names = names == null ? null : Set.copyOf(names);
    }

    static FieldSelection of(Catalogue<?, ?, ?> catalogue, ServerRequest request) {
        return request.queryParam(PARAMETER)
                .map(text -> List.of(text.split(",", -1)))
                .map(asked -> chosen(catalogue, asked))
                .orElseGet(() -> new FieldSelection(null));
    }

    private static FieldSelection chosen(Catalogue<?, ?, ?> catalogue, List<String> asked) {
        var known = Arrays.stream(catalogue.viewType().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        known.add(ID);
        if (ExternalIds.has(catalogue)) {
            known.add(ExternalIds.FIELD);
        }
        if (!known.containsAll(asked)) {
            throw RequestReader.invalidParameter(PARAMETER, "names of fields of the view, with commas between them");
        }
        return new FieldSelection(Set.copyOf(asked));
    }

    /** The same object, without the fields that are not wanted. */
    ObjectNode of(ObjectNode view) {
        var wanted = names;
        if (wanted != null) {
            var unwanted = view.propertyNames().stream()
                    .filter(name -> !name.equals(ID) && !wanted.contains(name))
                    .filter(name -> !name.equals(MergedAccounts.STORED) || !wanted.contains(MergedAccounts.FIELD))
                    .toList();
            view.remove(unwanted);
        }
        return view;
    }
}
