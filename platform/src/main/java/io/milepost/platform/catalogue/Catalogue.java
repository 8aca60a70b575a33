package io.milepost.platform.catalogue;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one table of an aggregate (architecture 4).
 *
 * @param aggregate singular noun, kebab case: {@code lead}; also its tag key and the first part of its event names
 * @param plural its place under {@code /v1}: {@code leads}
 * @param view what a read shows of a state: a record with {@code status} in the words of the domain, or null when unknown
 */
public record Catalogue<S, C, E>(
        String aggregate,
        String plural,
        Decider<S, C, E> decider,
        Function<S, @Nullable Record> view,
        Class<? extends Record> viewType,
        List<CommandRow<S, C>> commands,
        List<EventRow<E>> events,
        List<Refusal> refusals) {

    public Catalogue {
        commands = List.copyOf(commands);
        events = List.copyOf(events);
        refusals = List.copyOf(refusals);
    }

    public CommandRow<S, C> command(Class<?> type) {
        return commands.stream()
                .filter(row -> row.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command row for " + type.getSimpleName()));
    }

    public EventRow<E> event(Class<?> type) {
        return events.stream()
                .filter(row -> row.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event row for " + type.getSimpleName()));
    }

    /** The tag that all events of one entity carry. */
    public Tag tagOf(UUID id) {
        return new Tag(aggregate, id.toString());
    }

    public static <S, C, E> Builder<S, C, E> of(String aggregate, String plural, Decider<S, C, E> decider) {
        return new Builder<>(aggregate, plural, decider);
    }

    /** Rows in the order in which documents show them. */
    public static final class Builder<S, C, E> {
        private final String aggregate;
        private final String plural;
        private final Decider<S, C, E> decider;
        private final Map<Class<?>, CommandRow<S, C>> commands = new LinkedHashMap<>();
        private final Map<Class<?>, EventRow<E>> events = new LinkedHashMap<>();
        private final List<Refusal> refusals = new ArrayList<>();

        private Builder(String aggregate, String plural, Decider<S, C, E> decider) {
            this.aggregate = aggregate;
            this.plural = plural;
            this.decider = decider;
        }

        /** The command that brings an entity into being: POST /v1/plural, answered 201. */
        public Builder<S, C, E> creates(Class<? extends C> type, Role... roles) {
            return add(CommandRow.of(type, "", Set.of(roles)));
        }

        /** A command on a known entity: POST /v1/plural/{id}/verb, the verb being the command without the noun. */
        public Builder<S, C, E> command(Class<? extends C> type, Role... roles) {
            return add(CommandRow.of(type, verbOf(type), Set.of(roles)));
        }

        /** Any role of this row may state an earlier effective time. */
        public Builder<S, C, E> backdating(Class<? extends C> type) {
            return add(row(type).backdated());
        }

        /** Which of the row's roles may send a command depends on what it says. */
        public <T extends C> Builder<S, C, E> narrowing(Class<T> type, Function<T, Set<Role>> roles) {
            return add(row(type).narrowed(command -> roles.apply(type.cast(command))));
        }

        /** The domain sees this personal value of the command as a keyed hash under the name. */
        public <T extends C> Builder<S, C, E> digest(Class<T> type, String name, Function<T, @Nullable String> value) {
            return add(row(type).digested(name, command -> value.apply(type.cast(command))));
        }

        /** The decision learns who holds these tags; the append fails if that changed meanwhile. */
        public <T extends C> Builder<S, C, E> claims(Class<T> type, BiFunction<S, T, List<Tag>> tags) {
            return claims(type, (_, state, command) -> tags.apply(state, command));
        }

        /** The same for tags that are made of the entity's id as well. */
        public <T extends C> Builder<S, C, E> claims(Class<T> type, Claims<S, T> tags) {
            return add(row(type).claiming((id, state, command) -> tags.of(id, state, type.cast(command))));
        }

        /** The decision learns which events stand under these tags of others; the append fails if there are more meanwhile. */
        public <T extends C> Builder<S, C, E> considers(Class<T> type, BiFunction<S, T, List<Tag>> tags) {
            return add(row(type).considering((state, command) -> tags.apply(state, type.cast(command))));
        }

        public Builder<S, C, E> event(Class<? extends E> type, String name, int version) {
            events.put(
                    type,
                    new EventRow<>(
                            type, name, version, event -> Set.of(), (id, event) -> id, List.of(), (id, e) -> id));
            return this;
        }

        /** More tags of an event already declared. */
        public <T extends E> Builder<S, C, E> tags(Class<T> type, Function<T, Set<Tag>> tags) {
            var row = eventRow(type);
            events.put(
                    type,
                    new EventRow<>(
                            row.type(),
                            row.name(),
                            row.version(),
                            event -> tags.apply(type.cast(event)),
                            row.root(),
                            row.personal(),
                            row.person()));
            return this;
        }

        /** The Kafka key of an event already declared, where it is not its own entity. */
        public <T extends E> Builder<S, C, E> root(Class<T> type, Function<T, UUID> root) {
            var row = eventRow(type);
            events.put(
                    type,
                    new EventRow<>(
                            row.type(),
                            row.name(),
                            row.version(),
                            row.tags(),
                            (id, event) -> root.apply(type.cast(event)),
                            row.personal(),
                            row.person()));
            return this;
        }

        /** Fields of an event already declared that belong to a person and are stored sealed. */
        public <T extends E> Builder<S, C, E> personal(
                Class<T> type, BiFunction<UUID, T, UUID> person, String... fields) {
            var row = eventRow(type);
            events.put(
                    type,
                    new EventRow<>(
                            row.type(),
                            row.name(),
                            row.version(),
                            row.tags(),
                            row.root(),
                            List.of(fields),
                            (id, event) -> person.apply(id, type.cast(event))));
            return this;
        }

        public <R extends Enum<R> & Refusal> Builder<S, C, E> refusals(Class<R> type) {
            refusals.addAll(Arrays.asList(type.getEnumConstants()));
            return this;
        }

        public <V extends Record> Catalogue<S, C, E> view(Class<V> type, Function<S, @Nullable V> view) {
            return new Catalogue<>(
                    aggregate,
                    plural,
                    decider,
                    view::apply,
                    type,
                    List.copyOf(commands.values()),
                    List.copyOf(events.values()),
                    refusals);
        }

        private Builder<S, C, E> add(CommandRow<S, C> row) {
            commands.put(row.type(), row);
            return this;
        }

        private CommandRow<S, C> row(Class<?> type) {
            var row = commands.get(type);
            if (row == null) {
                throw new IllegalArgumentException("declare " + type.getSimpleName() + " first");
            }
            return row;
        }

        private EventRow<E> eventRow(Class<?> type) {
            var row = events.get(type);
            if (row == null) {
                throw new IllegalArgumentException("declare " + type.getSimpleName() + " first");
            }
            return row;
        }

        /** QualifyLead of lead is qualify, AddContact of account is add-contact. */
        private String verbOf(Class<?> type) {
            var noun = Arrays.stream(aggregate.split("-"))
                    .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                    .collect(Collectors.joining());
            var rest = type.getSimpleName();
            if (rest.endsWith(noun) && rest.length() > noun.length()) {
                rest = rest.substring(0, rest.length() - noun.length());
            }
            return rest.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        }
    }
}
