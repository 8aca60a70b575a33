package io.milepost.platform.catalogue;

import io.milepost.platform.decision.Decider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One command of an aggregate. Its JSON body is the record's components; id, time and actor come from the request.
 *
 * @param name the stable one, that of the record: {@code QualifyLead}
 * @param verb last part of the path, empty for the command that creates the entity
 * @param create answers the command that brings an entity into being; null for one on an entity that is there
 * @param noting answered whether the entity is there or not
 * @param backdating any of its roles may send an earlier effective time; role IMPORTER always may
 * @param digests personal values of the command that the domain may know as keyed hashes only
 * @param claims by tag key, the values that the decision must know the holder of, from id, state and command
 * @param reads other entities that the decision looks at
 * @param gathers all entities under a tag that the decision looks at
 * @param duty whose duty it is, or null where any caller of the roles may send it
 * @param narrowing which of the roles may send just this command, or null where each may
 */
public record CommandRow<S, E>(
        String name,
        Class<? extends Record> type,
        String verb,
        Set<Role> roles,
        Decider.@Nullable Create<Record, E> create,
        boolean noting,
        boolean backdating,
        Map<String, Function<Record, @Nullable String>> digests,
        Map<String, Claims<S, Record>> claims,
        List<Read<S, ?, ?>> reads,
        List<Gathering<S, ?, ?>> gathers,
        @Nullable Duty<S> duty,
        @Nullable Function<Record, Set<Role>> narrowing) {

    /** What the platform answers by itself, before the domain is asked. */
    public enum Gate {
        /** Nothing: the domain decides. */
        OPEN,
        /** There is no such entity. */
        UNKNOWN,
        /** The entity is there already. */
        TAKEN
    }

    public CommandRow {
        roles = Set.copyOf(roles);
        digests = Map.copyOf(digests);
        claims = Map.copyOf(claims);
        reads = List.copyOf(reads);
        gathers = List.copyOf(gathers);
    }

    static <S, E> CommandRow<S, E> creating(
            Class<? extends Record> type, Set<Role> roles, Decider.Create<Record, E> create) {
        return plain(type.getSimpleName(), type, "", roles, create, false);
    }

    static <S, E> CommandRow<S, E> of(Class<? extends Record> type, String aggregate, Set<Role> roles) {
        return plain(type.getSimpleName(), type, verbOf(type, aggregate), roles, null, false);
    }

    static <S, E> CommandRow<S, E> noting(Class<? extends Record> type, Decider.Create<Record, E> create) {
        return plain(type.getSimpleName(), type, "", Set.of(), create, true);
    }

    static <S, E> CommandRow<S, E> beginning(
            Class<? extends Record> type, String aggregate, Set<Role> roles, Decider.Create<Record, E> create) {
        return plain(type.getSimpleName(), type, verbOf(type, aggregate), roles, create, true);
    }

    /** A command that the platform decides on entities of any aggregate, under a name of the aggregate's own. */
    public static <S, E> CommandRow<S, E> besides(
            String name, Class<? extends Record> type, String verb, Set<Role> roles) {
        return plain(name, type, verb, roles, null, false);
    }

    private static <S, E> CommandRow<S, E> plain(
            String name,
            Class<? extends Record> type,
            String verb,
            Set<Role> roles,
            Decider.@Nullable Create<Record, E> create,
            boolean noting) {
        return new CommandRow<>(
                name, type, verb, roles, create, noting, false, Map.of(), Map.of(), List.of(), List.of(), null, null);
    }

    CommandRow<S, E> backdated() {
        return permitted(true, duty, narrowing);
    }

    CommandRow<S, E> narrowed(Function<Record, Set<Role>> by) {
        return permitted(backdating, duty, by);
    }

    CommandRow<S, E> bound(Duty<S> by) {
        return permitted(backdating, by, narrowing);
    }

    private CommandRow<S, E> permitted(
            boolean backdated, @Nullable Duty<S> by, @Nullable Function<Record, Set<Role>> narrowed) {
        return new CommandRow<>(
                name, type, verb, roles, create, noting, backdated, digests, claims, reads, gathers, by, narrowed);
    }

    CommandRow<S, E> digested(String digest, Function<Record, @Nullable String> value) {
        var more = new HashMap<>(digests);
        more.put(digest, value);
        return knowing(more, claims, reads, gathers);
    }

    <T extends Record> CommandRow<S, E> claiming(String key, Claims<S, T> values, Class<T> of) {
        var more = new HashMap<>(claims);
        more.put(
                key,
                Claims.withDigests((id, state, command) -> values.of(id, state, of.cast(command)), values.digests()));
        return knowing(digests, more, reads, gathers);
    }

    CommandRow<S, E> reading(Read<S, ?, ?> read) {
        var more = new ArrayList<>(reads);
        more.add(read);
        return knowing(digests, claims, more, gathers);
    }

    CommandRow<S, E> gathering(Gathering<S, ?, ?> gathering) {
        var more = new ArrayList<>(gathers);
        more.add(gathering);
        return knowing(digests, claims, reads, more);
    }

    private CommandRow<S, E> knowing(
            Map<String, Function<Record, @Nullable String>> digested,
            Map<String, Claims<S, Record>> claimed,
            List<Read<S, ?, ?>> read,
            List<Gathering<S, ?, ?>> gathered) {
        return new CommandRow<>(
                name,
                type,
                verb,
                roles,
                create,
                noting,
                backdating,
                digested,
                claimed,
                read,
                gathered,
                duty,
                narrowing);
    }

    /** Whether it begins an entity, and only that. */
    public boolean creates() {
        return create != null && !noting;
    }

    /** Whether the domain is asked at all, of an entity that is there or not. */
    public Gate gate(boolean exists) {
        if (!noting && creates() == exists) {
            return exists ? Gate.TAKEN : Gate.UNKNOWN;
        }
        return Gate.OPEN;
    }

    /** The tags that a command without digests lays claim to. */
    public Set<Tag> claimed(UUID id, @Nullable S state, Record command) {
        return claimed(id, state, command, Map.of());
    }

    /** The tags that this very command lays claim to; {@code digested} are its digests by name. */
    public Set<Tag> claimed(UUID id, @Nullable S state, Record command, Map<String, String> digested) {
        var tags = new HashSet<Tag>();
        claims.forEach((key, values) -> Stream.concat(
                        values.of(id, state, command).stream(),
                        values.digests().stream().map(digested::get).filter(Objects::nonNull))
                .forEach(value -> tags.add(new Tag(key, value))));
        return tags;
    }

    /** QualifyLead of lead is qualify, AddContact of account is add-contact. */
    private static String verbOf(Class<?> type, String aggregate) {
        var noun = Arrays.stream(aggregate.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        var rest = type.getSimpleName();
        if (rest.endsWith(noun) && rest.length() > noun.length()) {
            rest = rest.substring(0, rest.length() - noun.length());
        }
        return rest.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Who may send this very command: whom the row names, or of them whom its content concerns. */
    public Set<Role> rolesFor(Record command) {
        return narrowing == null ? roles : narrowing.apply(type.cast(command));
    }
}
