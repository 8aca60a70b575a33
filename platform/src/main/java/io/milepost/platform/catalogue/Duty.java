package io.milepost.platform.catalogue;

import io.milepost.platform.decision.Occasion;
import java.util.Collection;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whose duty a command is: among those who have the role, only these members may send it. Nobody is bound while no
 * member has the duty, and no token that names no member.
 *
 * @param name of the duty as documents and refusals have it: {@code the project director (PD)}
 * @param members codes of those who have it, from the state, null before the entity is there, and from what the command reads
 */
public record Duty<S>(String name, BiFunction<@Nullable S, Occasion, Collection<String>> members) {

    /** Whether who sends the command may. */
    public boolean allows(@Nullable S state, Occasion occasion) {
        return occasion.who().mayActFor(members.apply(state, occasion));
    }
}
