package io.milepost.opportunities.kernel;

import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to be known of a sales project by all that belongs to it.
 *
 * @param owner code of the member whose deal it is
 * @param seats of the team as it is appointed, as it was drafted before that; none before the draft
 */
public record ProjectTeam(String owner, Phase phase, List<Seat> seats) {
    public ProjectTeam {
        seats = List.copyOf(seats);
    }

    /** How far a sales project is. */
    public enum Phase {
        /** Until the ATI decision is positive. */
        PREPARING,
        AUTHORIZED,
        /** Rejected, terminated, or with its deal at an end. */
        ENDED
    }

    /** Who has which role. */
    public record Seat(Responsible role, String member) {}

    public boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    /** Whether somebody of this code may be given work of the project: one of the team, or whose deal it is. */
    public boolean knows(String member) {
        return Codes.same(owner, member) || seats.stream().anyMatch(seat -> Codes.same(seat.member(), member));
    }

    /** Codes of those who have one of these roles. */
    public Set<String> holders(Set<Responsible> roles) {
        return seats.stream()
                .filter(seat -> roles.contains(seat.role()))
                .map(Seat::member)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The one who has this role; empty where nobody has it yet. */
    public Optional<String> holder(Responsible role) {
        return seats.stream()
                .filter(seat -> seat.role() == role)
                .map(Seat::member)
                .findFirst();
    }
}
