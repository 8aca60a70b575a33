package io.milepost.platform.decision;

import io.milepost.platform.value.Codes;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command: by which token, and which of the own staff that is.
 *
 * @param actor subject of the caller's token, or the name of the automation
 * @param member code of the person who acts; null where the token names none
 * @param bound whether duties bind the sender: not automations, timers and imports, which repeat what has happened
 * @param roles names of those that the token has, for rules that are data
 */
public record Who(String actor, @Nullable String member, boolean bound, Set<String> roles) {
    public Who {
        roles = Set.copyOf(roles);
    }

    /** Of somebody whose roles do not matter. */
    public Who(String actor, @Nullable String member, boolean bound) {
        this(actor, member, bound, Set.of());
    }

    /** An automation, timer or import. */
    public static Who unbound(String actor) {
        return new Who(actor, null, false);
    }

    /** The name under which events keep what this one has done. */
    public String name() {
        return member == null ? actor : member;
    }

    /** Whether it is this one who did something under that name: as a person, or by the same token. */
    public boolean is(String name) {
        return bound && (Codes.same(name, actor) || (member != null && Codes.same(name, member)));
    }

    /** Whether the sender has one of these roles, or is bound by none. */
    public boolean hasAny(Collection<String> wanted) {
        return !bound || wanted.stream().anyMatch(roles::contains);
    }

    /** Whether this is the member who did something that keeps the member's code; not known where either names none. */
    public boolean isMember(@Nullable String code) {
        return bound && member != null && code != null && Codes.same(code, member);
    }

    /** Whether a duty can hold this one back at all. */
    public boolean mayBeBound() {
        return bound && member != null;
    }

    /** Whether a duty of these members lets this one act. Where nobody is appointed, or the token names no person, roles alone rule. */
    public boolean mayActFor(Collection<String> members) {
        return !bound
                || member == null
                || members.isEmpty()
                || members.stream().anyMatch(code -> Codes.same(code, member));
    }
}
