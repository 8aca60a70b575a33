package io.milepost.platform.catalogue;

import io.milepost.platform.decision.Occasion;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose duty a command is: among those who have the role, only these members may send it. Nobody is bound while no
 * member has the duty, and no token that names no member.
 *
 * @param name of the duty as documents and refusals have it: {@code the project director (PD)}
 * @param members codes of those who have it, from the state, null before the entity is there, the command, and what it reads
 * @param source the other entity that says who they are, read only for whom the duty may bind; null where it takes none
 */
public record Duty<S>(
        String name, Members<S> members, @Nullable Source<S, ?> source) {

    /** Who has a duty. */
    @FunctionalInterface
    public interface Members<S> {
        Collection<String> of(@Nullable S state, Record command, Occasion occasion);
    }

    /** Which entity a command's duty is asked of: null for none. */
    @FunctionalInterface
    public interface Where<S, C> {
        @Nullable
        UUID of(UUID id, @Nullable S state, C command);
    }

    /** Another entity of the service, read under the append's condition like all that a decision reads. */
    public record Source<S, O>(
            Supplier<Catalogue<O, ?, ?>> other,
            Where<S, Record> where,
            BiFunction<@Nullable S, O, Collection<String>> members) {

        /** What is read for a command on the entity of that id in that state. */
        public Read<S, O, Holders> readFor(UUID id, @Nullable S now) {
            return new Read<>(
                    other,
                    (_, state, command) -> where.of(id, state, command),
                    Holders.class,
                    known -> new Holders(Set.copyOf(members.apply(now, known))));
        }
    }

    /** What a source says. */
    public record Holders(Set<String> members) {
        public Holders {
            members = Set.copyOf(members);
        }
    }

    /** One that another entity gives; {@code members} are of the entity's own state, null before it is there, and of the other's. */
    public static <S, T extends Record, O> Duty<S> of(
            Class<T> type,
            String name,
            Supplier<Catalogue<O, ?, ?>> other,
            Where<S, T> where,
            BiFunction<@Nullable S, O, Collection<String>> members) {
        return new Duty<>(
                name,
                (_, _, occasion) ->
                        occasion.read(Holders.class).map(Holders::members).orElse(Set.of()),
                new Source<S, O>(other, (id, state, command) -> where.of(id, state, type.cast(command)), members));
    }

    /** One that depends on which part of the entity a command is about. */
    public static <S, T extends Record> Duty<S> ofPart(
            Class<T> type, String name, BiFunction<S, T, Collection<String>> members) {
        return new Duty<>(
                name, (state, command, _) -> members.apply(Objects.requireNonNull(state), type.cast(command)), null);
    }

    /** Whether who sends the command may. */
    public boolean allows(@Nullable S state, Record command, Occasion occasion) {
        return occasion.who().mayActFor(members.of(state, command, occasion));
    }
}
