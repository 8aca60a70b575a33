package io.milepost.platform.access;

import io.milepost.platform.value.Codes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The own staff as it is today, as far as this service has heard of it: every answer may lag behind lead-service, which decides it. */
public interface Directory {

    /** One that knows nobody, for a service that hears of none. */
    Directory EMPTY = new Directory() {
        @Override
        public Optional<String> team(String member) {
            return Optional.empty();
        }

        @Override
        public Optional<String> manager(String member) {
            return Optional.empty();
        }

        @Override
        public Set<String> teamOf(String member) {
            return Set.of();
        }

        @Override
        public Set<String> inTeam(String team) {
            return Set.of();
        }

        @Override
        public Set<String> reportsOf(String member) {
            return Set.of();
        }
    };

    /** The team that the member is in. */
    Optional<String> team(String member);

    /** Code of the member to whom this one reports. */
    Optional<String> manager(String member);

    /** Codes of all who are in the member's team, itself included. */
    Set<String> teamOf(String member);

    /** Codes of all who are posted to the team of this name. */
    Set<String> inTeam(String team);

    /** Codes of those to whom somebody in the team reports directly. */
    default Set<String> managersOf(String team) {
        return inTeam(team).stream()
                .flatMap(member -> manager(member).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Codes of all who report to the member, directly or not. */
    Set<String> reportsOf(String member);

    /** Codes of all who report to the member directly. */
    default Set<String> directReportsOf(String member) {
        return reportsOf(member).stream()
                .filter(report -> manager(report)
                        .filter(manager -> Codes.same(manager, member))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
