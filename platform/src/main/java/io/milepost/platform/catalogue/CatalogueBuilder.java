package io.milepost.platform.catalogue;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.Usual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Declares a {@link Catalogue}, its rows in the order in which documents show them. */
public final class CatalogueBuilder<S, C, E> {
    private final String aggregate;
    private final String plural;
    private final Decider<S, C, E> decider;
    private final Map<Class<?>, CommandRow<S, E>> commands = new LinkedHashMap<>();
    private final Map<Class<?>, EventRow<E>> events = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private BiFunction<UUID, E, UUID> root = (id, _) -> id;
    private @Nullable Function<S, @Nullable String> owner;
    private @Nullable Function<S, @Nullable Set<String>> keepers;
    private Set<Role> readers = Role.ALL;
    private final Map<String, Function<S, Collection<String>>> holds = new LinkedHashMap<>();
    private boolean seenSaid;

    CatalogueBuilder(String aggregate, String plural, Decider<S, C, E> decider) {
        this.aggregate = aggregate;
        this.plural = plural;
        this.decider = decider;
    }

    /** The command that brings an entity into being: POST /v1/plural, answered 201. */
    public <B extends Record> CatalogueBuilder<S, C, E> creates(
            Class<B> type, Decider.Create<B, E> create, Role... roles) {
        return add(CommandRow.creating(
                type, Set.of(roles), (command, occasion) -> create.decide(type.cast(command), occasion)));
    }

    /** What an automation notes of another service's fact, whether the copy is there by now or not. Nobody has a role to send it. */
    public CatalogueBuilder<S, C, E> notes(Class<? extends C> type, Decider.Create<C, E> first) {
        return add(CommandRow.noting(
                type.asSubclass(Record.class), (command, occasion) -> first.decide(type.cast(command), occasion)));
    }

    /** A command on an entity that is there or not: POST /v1/plural/{id}/verb. Of one that is not, this answers it. */
    public <B extends C> CatalogueBuilder<S, C, E> begins(Class<B> type, Decider.Create<B, E> first, Role... roles) {
        return add(CommandRow.beginning(
                type.asSubclass(Record.class),
                aggregate,
                Set.of(roles),
                (command, occasion) -> first.decide(type.cast(command), occasion)));
    }

    /** A command on a known entity: POST /v1/plural/{id}/verb, the verb being the command without the noun. */
    public CatalogueBuilder<S, C, E> command(Class<? extends C> type, Role... roles) {
        return add(CommandRow.of(type.asSubclass(Record.class), aggregate, Set.of(roles)));
    }

    /** Any role of this row may state an earlier effective time. */
    public CatalogueBuilder<S, C, E> backdating(Class<? extends Record> type) {
        return add(row(type).backdated());
    }

    /** Which of the row's roles may send a command depends on what it says. */
    public <T extends Record> CatalogueBuilder<S, C, E> narrowing(Class<T> type, Function<T, Set<Role>> roles) {
        return add(row(type).narrowed(command -> roles.apply(type.cast(command))));
    }

    /** The domain sees this personal value of the command as a keyed hash under the name. {@code phone.stated} hashes as {@code phone} does, for another spelling. */
    public <T extends Record> CatalogueBuilder<S, C, E> digest(
            Class<T> type, String name, Function<T, @Nullable String> value) {
        return add(row(type).digested(name, command -> value.apply(type.cast(command))));
    }

    /** The decision learns who holds these values of the tag key; the append fails if that changed meanwhile. */
    public <T extends Record> CatalogueBuilder<S, C, E> claims(Class<T> type, String key, Claims<S, T> values) {
        return add(row(type).claiming(key, values, type));
    }

    /**
     * What an entity holds of a claimed tag key by what it is now, in every spelling under which its events carry it: what it does not
     * hold any more, others may claim. Without this it holds for good what its events carry.
     */
    public CatalogueBuilder<S, C, E> holds(String key, Function<S, Collection<String>> values) {
        holds.put(key, values);
        return this;
    }

    /** The decision looks at another entity of the service, by {@code occasion.read(type)}; the append fails if that changed meanwhile. */
    public <T extends Record, O, R extends Record> CatalogueBuilder<S, C, E> reads(
            Class<T> type,
            Supplier<Catalogue<O, ?, ?>> other,
            BiFunction<@Nullable S, T, @Nullable UUID> id,
            Class<R> as,
            Function<O, R> make) {
        return add(row(type)
                .reading(new Read<>(other, (_, state, command) -> id.apply(state, type.cast(command)), as, make)));
    }

    /** The same, of another that has the id of this one, as what belongs to one contract has. */
    public CatalogueBuilder<S, C, E> reads(Class<? extends Record> type, Read<S, ?, ?> twin) {
        return add(row(type).reading(twin));
    }

    /** The decision looks at all other entities of a kind whose events carry the tag; the append fails if one of them changed meanwhile, or joined. */
    public <T extends Record, O, R extends Record> CatalogueBuilder<S, C, E> gathers(
            Class<T> type,
            Supplier<Catalogue<O, ?, ?>> others,
            String key,
            BiFunction<@Nullable S, T, @Nullable String> value,
            Class<R> as,
            Function<List<Gathering.Gathered<O>>, R> make) {
        return add(row(type)
                .gathering(new Gathering<>(
                        others, key, (state, command) -> value.apply(state, type.cast(command)), as, make)));
    }

    /** The same, where it is enough to know which others there are, of an aggregate that this one must not depend on. */
    public <T extends Record, R extends Record> CatalogueBuilder<S, C, E> gathers(
            Class<T> type,
            String key,
            BiFunction<@Nullable S, T, @Nullable String> value,
            Class<R> as,
            Function<List<UUID>, R> make) {
        return add(row(type)
                .gathering(new Gathering<S, Object, R>(
                        null,
                        key,
                        (state, command) -> value.apply(state, type.cast(command)),
                        as,
                        others -> make.apply(
                                others.stream().map(Gathering.Gathered::id).toList()))));
    }

    /** Only these members may send the command; others with the right role are told whose duty it is. No members: the roles alone rule. */
    public <T extends Record> CatalogueBuilder<S, C, E> duty(
            Class<T> type, String name, BiFunction<@Nullable S, Occasion, Collection<String>> members) {
        return add(row(type).bound(new Duty<>(name, (state, _, occasion) -> members.apply(state, occasion), null)));
    }

    /** The same, for a duty that the state of the entity alone gives. */
    public CatalogueBuilder<S, C, E> duty(
            Class<? extends C> type, String name, Function<S, Collection<String>> members) {
        return duty(type.asSubclass(Record.class), name, (state, _) -> members.apply(Objects.requireNonNull(state)));
    }

    /** The same, for a duty that another entity of the service gives; it is read only for whom the duty may bind. */
    public <T extends Record, O> CatalogueBuilder<S, C, E> duty(
            Class<T> type,
            String name,
            Supplier<Catalogue<O, ?, ?>> other,
            Duty.Where<S, T> where,
            Function<O, Collection<String>> members) {
        return duty(type, Duty.of(type, name, other, where, (_, known) -> members.apply(known)));
    }

    /** The same, for a duty of which the entity's own state says which of the other's members have it: {@link Duty#of}. */
    public CatalogueBuilder<S, C, E> duty(Class<? extends Record> type, Duty<S> duty) {
        return add(row(type).bound(duty));
    }

    /** Members whose access is narrow know of an entity by its owner. */
    public CatalogueBuilder<S, C, E> ownedBy(Function<S, @Nullable String> of) {
        owner = of;
        seenSaid = true;
        return this;
    }

    /** And some entities are closed: nobody but these members and circles knows of them, whatever the access. */
    public CatalogueBuilder<S, C, E> keptBy(Function<S, @Nullable Set<String>> of) {
        keepers = of;
        return this;
    }

    /** Whoever has any role may know of every entity. */
    public CatalogueBuilder<S, C, E> open() {
        return openTo(Role.values());
    }

    /** Whoever has one of these roles may know of every entity, and nobody else of any. */
    public CatalogueBuilder<S, C, E> openTo(Role... roles) {
        readers = Set.of(roles);
        seenSaid = true;
        return this;
    }

    public CatalogueBuilder<S, C, E> event(Class<? extends E> type, String name, int version) {
        events.put(type, new EventRow<>(type, name, version, event -> Set.of(), root, List.of(), (id, e) -> id, null));
        return this;
    }

    /** More tags of an event already declared. */
    public <T extends E> CatalogueBuilder<S, C, E> tags(Class<T> type, Function<T, Set<Tag>> tags) {
        events.put(type, declared(events, type).tagged(event -> tags.apply(type.cast(event))));
        return this;
    }

    /** The Kafka key of all events of an aggregate that follows another, where it is not their own entity. */
    public CatalogueBuilder<S, C, E> rootedBy(Function<E, UUID> of) {
        root = (_, event) -> of.apply(event);
        events.replaceAll((_, row) -> row.rooted(root));
        return this;
    }

    /** Fields of an event already declared that belong to a person and are stored sealed. */
    public <T extends E> CatalogueBuilder<S, C, E> personal(
            Class<T> type, BiFunction<UUID, T, UUID> person, String... fields) {
        var row = declared(events, type);
        events.put(type, row.sealing(List.of(fields), (id, event) -> person.apply(id, type.cast(event))));
        return this;
    }

    /**
     * Texts of an event already declared that are stored sealed under a key of the entity, where the event is a secret one: so none of
     * its readers on the feed, on Kafka or in a backup has them.
     *
     * @param paths of texts in the event's JSON, {@code content.sections.text} being that of each section
     */
    public <T extends E> CatalogueBuilder<S, C, E> secret(Class<T> type, Predicate<T> when, String... paths) {
        var row = declared(events, type);
        events.put(type, row.hiding(new EventRow.Secret<>(event -> when.test(type.cast(event)), List.of(paths))));
        return this;
    }

    /** The aggregate's own refusals, and the shared ones that it gives as well. */
    public <R extends Enum<R> & Refusal> CatalogueBuilder<S, C, E> refusals(Class<R> type, Usual... shared) {
        refusals.addAll(Arrays.asList(type.getEnumConstants()));
        refusals.addAll(Arrays.asList(shared));
        return this;
    }

    public <V extends Record> Catalogue<S, C, E> view(Class<V> type, Function<S, @Nullable V> view) {
        if (!seenSaid) {
            throw new IllegalArgumentException("say who may know of a %s: ownedBy or open".formatted(aggregate));
        }
        return new Catalogue<>(
                aggregate,
                plural,
                decider,
                owner,
                keepers,
                readers,
                holds,
                view::apply,
                type,
                List.copyOf(commands.values()),
                List.copyOf(events.values()),
                refusals);
    }

    private CatalogueBuilder<S, C, E> add(CommandRow<S, E> row) {
        commands.put(row.type(), row);
        return this;
    }

    private CommandRow<S, E> row(Class<?> type) {
        return declared(commands, type);
    }

    private static <T> T declared(Map<Class<?>, T> rows, Class<?> type) {
        var row = rows.get(type);
        if (row == null) {
            throw new IllegalArgumentException("declare " + type.getSimpleName() + " first");
        }
        return row;
    }
}
