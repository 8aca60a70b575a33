package io.milepost.platform.web;

import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.trail.Sender;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param subject of the token, which is also the actor of what it causes
 * @param authType whether that is a person or a system, as {@link Metadata#AUTH_TYPE} has it
 * @param client by which the token was got, where it says so
 * @param member code of the person who acts, the token's own or the one that a system acts for; null where there is none
 * @param sight whose entities it may know of
 */
record Caller(
        String subject,
        String authType,
        Set<Role> roles,
        @Nullable String client,
        @Nullable String member,
        Sight sight) {

    Caller {
        roles = Set.copyOf(roles);
    }

    /** Who sends a command; an import repeats what has happened, whoever had the duty then. */
    Who who() {
        return new Who(
                subject,
                member,
                !is(Role.IMPORTER),
                roles.stream().map(Role::name).collect(Collectors.toSet()));
    }

    /** The same for the record of what it is refused. */
    Sender sender() {
        return new Sender(subject, member, client);
    }

    /** Refuses a caller that has none of the roles. */
    void requireAny(Collection<Role> allowed) {
        if (Collections.disjoint(roles, allowed)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "None of the caller's roles allows this.");
        }
    }

    boolean is(Role role) {
        return roles.contains(role);
    }
}
