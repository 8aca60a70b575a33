package io.milepost.leads.teammember.domain;

import static io.milepost.leads.teammember.domain.TeamMemberRefusal.CODE_TAKEN;
import static io.milepost.leads.teammember.domain.TeamMemberRefusal.DAY_IMPLAUSIBLE;
import static io.milepost.leads.teammember.domain.TeamMemberRefusal.MEMBER_ALREADY_REGISTERED;
import static io.milepost.leads.teammember.domain.TeamMemberRefusal.MEMBER_UNKNOWN;
import static io.milepost.leads.teammember.domain.TeamMemberRefusal.MOVE_NOT_LATER;
import static io.milepost.leads.teammember.domain.TeamMemberRefusal.WORD_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.leads.teammember.domain.TeamMemberCommand.MoveTeamMember;
import io.milepost.leads.teammember.domain.TeamMemberCommand.RegisterTeamMember;
import io.milepost.leads.teammember.domain.TeamMemberEvent.TeamMemberMoved;
import io.milepost.leads.teammember.domain.TeamMemberEvent.TeamMemberRegistered;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One of the own sales staff: who, in which team and region since when. */
public sealed interface TeamMember {

    record Unknown() implements TeamMember {}

    /**
     * Known by its code.
     *
     * @param postings in the order of their days, at least one
     */
    record Registered(String code, List<Posting> postings) implements TeamMember {
        public Registered {
            postings = List.copyOf(postings);
        }

        /** A posting takes the place of one that was to begin on the same day. */
        Registered with(Posting posting) {
            var others = postings.stream().filter(other -> !other.from().equals(posting.from()));
            return new Registered(
                    code,
                    Stream.concat(others, Stream.of(posting))
                            .sorted(Comparator.comparing(Posting::from))
                            .toList());
        }

        boolean hasBegunSince(LocalDate day, LocalDate today) {
            return postings.stream().map(Posting::from).anyMatch(from -> !from.isAfter(today) && !from.isBefore(day));
        }
    }

    static Decision<TeamMemberEvent> decide(TeamMember state, TeamMemberCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case RegisterTeamMember register -> register(register, occasion);
                    case MoveTeamMember _ -> refused(MEMBER_UNKNOWN);
                };
            case Registered member ->
                switch (command) {
                    case RegisterTeamMember _ -> refused(MEMBER_ALREADY_REGISTERED);
                    case MoveTeamMember(var team, var region, var from) ->
                        move(member, new Posting(team, region, from), occasion.today());
                };
        };
    }

    static TeamMember evolve(TeamMember state, TeamMemberEvent event) {
        return switch (event) {
            case TeamMemberRegistered(var code, var team, var region, var from) ->
                new Registered(code, List.of(new Posting(team, region, from)));
            case TeamMemberMoved(var _, var team, var region, var from) ->
                ((Registered) state).with(new Posting(team, region, from));
        };
    }

    private static Decision<TeamMemberEvent> register(RegisterTeamMember register, Occasion occasion) {
        if (register.code().isBlank()) {
            return refused(WORD_MISSING).at("/code");
        }
        var posting = new Posting(register.team(), register.region(), register.from());
        if (posting.blank().isPresent()) {
            return refused(WORD_MISSING).at(posting.blank().get());
        }
        if (posting.isFarFrom(occasion.today())) {
            return refused(DAY_IMPLAUSIBLE).at("/from");
        }
        var holder = Stream.of(Codes.canonical(register.code()), register.code())
                .flatMap(spelling -> occasion.holderOf("code", spelling).stream())
                .findFirst();
        if (holder.isPresent()) {
            return Decision.<TeamMemberEvent>refused(CODE_TAKEN, "team member %s has this code".formatted(holder.get()))
                    .at("/code");
        }
        return accepted(new TeamMemberRegistered(register.code(), posting.team(), posting.region(), posting.from()));
    }

    /** One that has not begun yet locks nothing out: what is to hold before it stands beside it. */
    private static Decision<TeamMemberEvent> move(Registered member, Posting next, LocalDate today) {
        if (member.postings().contains(next)) {
            return unchanged();
        }
        if (next.blank().isPresent()) {
            return refused(WORD_MISSING).at(next.blank().get());
        }
        if (next.isFarFrom(today)) {
            return refused(DAY_IMPLAUSIBLE).at("/from");
        }
        if (member.hasBegunSince(next.from(), today)) {
            return refused(MOVE_NOT_LATER).at("/from");
        }
        return accepted(new TeamMemberMoved(member.code(), next.team(), next.region(), next.from()));
    }

    private static Refused<TeamMemberEvent> refused(TeamMemberRefusal reason) {
        return Decision.refused(reason);
    }
}
