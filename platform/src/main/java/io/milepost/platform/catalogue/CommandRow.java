package io.milepost.platform.catalogue;

import java.util.HashMap;
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
 * @param claims tags that the decision must know the holder of, from id, state and command
 * @param considered tags of other entities that the decision must know the events of, from state and command
 * @param narrowing which of the roles may send just this command, or null where each may
 */
public record CommandRow<S, C>(
        Class<? extends C> type,
        String verb,
        Set<Role> roles,
        boolean creates,
        boolean backdating,
        Map<String, Function<C, @Nullable String>> digests,
        @Nullable Claims<S, C> claims,
        @Nullable BiFunction<S, C, List<Tag>> considered,
        @Nullable Function<C, Set<Role>> narrowing) {

    public CommandRow {
        roles = Set.copyOf(roles);
        digests = Map.copyOf(digests);
    }

    static <S, C> CommandRow<S, C> of(Class<? extends C> type, String verb, Set<Role> roles) {
        return new CommandRow<>(type, verb, roles, verb.isEmpty(), false, Map.of(), null, null, null);
    }

    CommandRow<S, C> backdated() {
        return new CommandRow<>(type, verb, roles, creates, true, digests, claims, considered, narrowing);
    }

    CommandRow<S, C> narrowed(Function<C, Set<Role>> by) {
        return new CommandRow<>(type, verb, roles, creates, backdating, digests, claims, considered, by);
    }

    CommandRow<S, C> digested(String name, Function<C, @Nullable String> value) {
        var more = new HashMap<>(digests);
        more.put(name, value);
        return new CommandRow<>(type, verb, roles, creates, backdating, more, claims, considered, narrowing);
    }

    CommandRow<S, C> claiming(Claims<S, C> tags) {
        return new CommandRow<>(type, verb, roles, creates, backdating, digests, tags, considered, narrowing);
    }

    CommandRow<S, C> considering(BiFunction<S, C, List<Tag>> tags) {
        return new CommandRow<>(type, verb, roles, creates, backdating, digests, claims, tags, narrowing);
    }

    /** The stable name, that of the record: {@code QualifyLead}. */
    public String name() {
        return type.getSimpleName();
    }

    /** Who may send this very command: whom the row names, or of them whom its content concerns. */
    public Set<Role> rolesFor(Record command) {
        return narrowing == null ? roles : narrowing.apply(type.cast(command));
    }
}
