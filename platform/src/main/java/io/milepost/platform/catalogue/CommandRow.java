package io.milepost.platform.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One command of an aggregate. Its JSON body is the record's components; id, time and actor come from the request.
 *
 * @param verb last part of the path, empty for the command that creates the entity
 * @param backdating any of its roles may send an earlier effective time; role IMPORTER always may
 * @param digests personal values of the command that the domain may know as keyed hashes only
 * @param claims tags that the decision must know the holder of, from state, command and digests
 */
public record CommandRow<S, C>(
        Class<? extends C> type,
        String verb,
        Set<Role> roles,
        boolean creates,
        boolean backdating,
        Map<String, Function<C, @Nullable String>> digests,
        @Nullable BiFunction<S, C, List<Tag>> claims) {

    public CommandRow {
        roles = Set.copyOf(roles);
        digests = Map.copyOf(digests);
    }

    /** The stable name, that of the record: {@code QualifyLead}. */
    public String name() {
        return type.getSimpleName();
    }
}
