package io.milepost.platform.catalogue;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one table of an aggregate (architecture 4).
 *
 * @param aggregate singular noun, kebab case: {@code lead}; also its tag key and the first part of its event names
 * @param plural its place under {@code /v1}: {@code leads}
 * @param owner code of the member whose an entity is, or name of the circle that knows of it; null for one that all readers may know of
 * @param keepers canonical codes and names of circles that alone know of an entity that is closed; null for one that is not, or never is
 * @param readers roles that may read
 * @param holds by tag key, which values an entity holds by what it is now; a key that is not in it is held for good by whose events carry it
 * @param view what a read shows of a state: a record with {@code status} in the words of the domain; null for an entity that is not
 *     shown, such as one whose creation was refused on record
 */
public record Catalogue<S, C, E>(
        String aggregate,
        String plural,
        Decider<S, C, E> decider,
        @Nullable Function<S, @Nullable String> owner,
        @Nullable Function<S, @Nullable Set<String>> keepers,
        Set<Role> readers,
        Map<String, Function<S, Collection<String>>> holds,
        Function<S, @Nullable Record> view,
        Class<? extends Record> viewType,
        List<CommandRow<S, E>> commands,
        List<EventRow<E>> events,
        List<Refusal> refusals) {

    public Catalogue {
        readers = Set.copyOf(readers);
        holds = Map.copyOf(holds);
        commands = List.copyOf(commands);
        events = List.copyOf(events);
        refusals = List.copyOf(refusals);
    }

    /** Of the decisions about a person; what is held of it is read under its id by itself. */
    public static final String PERSON = "person";

    /** Where one entity is read. */
    public String readPath() {
        return "/v1/" + plural + (aggregate.equals(PERSON) ? "/{id}/erasure" : "/{id}");
    }

    public CommandRow<S, E> command(Class<?> type) {
        return commands.stream()
                .filter(row -> row.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command row for " + type.getSimpleName()));
    }

    /** The domain's answer to a command of a row whose gate is open. */
    @SuppressWarnings("unchecked") // a row that creates nothing is declared for commands of this type alone
    public Decision<E> decide(CommandRow<S, E> row, @Nullable S state, Record command, Occasion occasion) {
        var create = row.create();
        return create == null || (state != null && !row.creates())
                ? decider.decide().decide(Objects.requireNonNull(state), (C) command, occasion)
                : create.decide(command, occasion);
    }

    public EventRow<E> event(Class<?> type) {
        return events.stream()
                .filter(row -> row.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event row for " + type.getSimpleName()));
    }

    /** Keys of tags of which each value is one entity's. */
    public Set<String> claimedKeys() {
        return commands.stream().flatMap(row -> row.claims().keySet().stream()).collect(Collectors.toSet());
    }

    /** Whether an entity whose events carry the tag holds it still. */
    public boolean isHeld(String key, String value, S state) {
        var held = holds.get(key);
        return held == null || held.apply(state).contains(value);
    }

    /** Whose the entity is; null where nobody owns it yet, or all may know of it. */
    public @Nullable String ownerOf(S state) {
        return owner == null ? null : owner.apply(state);
    }

    /** Who alone know of the entity, whoever owns it; null where it is closed to nobody. */
    public @Nullable Set<String> keepersOf(S state) {
        return keepers == null ? null : keepers.apply(state);
    }

    /** The aggregate as part of a name: {@code SalesProject} of {@code sales-project}. */
    public String noun() {
        return Arrays.stream(aggregate.split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The tag that all events of one entity carry. */
    public Tag tagOf(UUID id) {
        return new Tag(aggregate, id.toString());
    }

    public static <S, C, E> CatalogueBuilder<S, C, E> of(String aggregate, String plural, Decider<S, C, E> decider) {
        return new CatalogueBuilder<>(aggregate, plural, decider);
    }
}
