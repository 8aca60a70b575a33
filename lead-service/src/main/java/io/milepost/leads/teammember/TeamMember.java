package io.milepost.leads.teammember;

import static io.milepost.leads.teammember.TeamMember.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the own sales staff: who, in which team and region, reporting to whom, since when.
 *
 * @param code by which everyone else names the member
 * @param postings in the order of their days, at least one
 */
public record TeamMember(String code, List<Posting> postings) {
    static final Decider<TeamMember, Command, Event> DECIDER =
            new Decider<>(TeamMember::decide, TeamMember::begin, TeamMember::evolve);

    /**
     * Somebody joins.
     *
     * @param manager code of the member to whom this one reports, absent at the top
     */
    public record RegisterTeamMember(
            String code,
            String team,
            String region,
            LocalDate from,
            @Nullable String manager) {}

    /** What may be asked of a registered member. */
    public sealed interface Command {}

    /** From that day on, in the place of a posting that was to begin on the same day; it has to begin after the one that holds today. */
    public record MoveTeamMember(
            String team,
            String region,
            LocalDate from,
            @Nullable String manager) implements Command {}

    public sealed interface Event {}

    public record TeamMemberRegistered(
            String code,
            String team,
            String region,
            LocalDate from,
            @Nullable String manager) implements Event {}

    public record TeamMemberMoved(
            String code,
            String team,
            String region,
            LocalDate from,
            @Nullable String manager) implements Event {}

    public enum No implements Refusal {
        CODE_TAKEN(state("another team member has this code")),
        MANAGER_UNKNOWN(state("no team member has the code of the manager")),
        MANAGER_IS_SELF(rule("nobody reports to themselves")),
        WORD_MISSING(rule("code, team and region need at least one visible character")),
        MOVE_NOT_LATER(rule("a move must begin after the posting that it ends"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** A place in the organisation from a day on, until the next one. */
    public record Posting(
            String team,
            String region,
            LocalDate from,
            @Nullable String manager) {}

    public TeamMember {
        postings = List.copyOf(postings);
    }

    static Decision<Event> register(RegisterTeamMember register, Occasion occasion) {
        var posting = new Posting(register.team(), register.region(), register.from(), register.manager());
        return placed(check().text("/code", register.code(), WORD_MISSING), register.code(), posting, occasion)
                .then(() -> MemberCode.holderOf(register.code(), occasion)
                        .<Decision<Event>>map(
                                id -> refusedAt("/code", CODE_TAKEN, "team member %s has this code".formatted(id)))
                        .orElseGet(() -> accepted(new TeamMemberRegistered(
                                register.code(),
                                posting.team(),
                                posting.region(),
                                posting.from(),
                                posting.manager()))));
    }

    static Decision<Event> decide(TeamMember member, Command command, Occasion occasion) {
        return switch (command) {
            case MoveTeamMember(var team, var region, var from, var manager) ->
                member.move(new Posting(team, region, from, manager), occasion);
        };
    }

    static TeamMember begin(Event first) {
        var registered = (TeamMemberRegistered) first;
        return new TeamMember(
                registered.code(),
                List.of(new Posting(registered.team(), registered.region(), registered.from(), registered.manager())));
    }

    static TeamMember evolve(TeamMember member, Event event) {
        return switch (event) {
            case TeamMemberRegistered _ -> member;
            case TeamMemberMoved(var _, var team, var region, var from, var manager) ->
                member.with(new Posting(team, region, from, manager));
        };
    }

    /** One that has not begun yet locks nothing out: what is to hold before it stands beside it. */
    private Decision<Event> move(Posting next, Occasion occasion) {
        if (postings.contains(next)) {
            return unchanged();
        }
        return placed(check(), code, next, occasion)
                .that(!hasBegunSince(next.from(), occasion.today()), "/from", MOVE_NOT_LATER)
                .accept(() -> new TeamMemberMoved(code, next.team(), next.region(), next.from(), next.manager()));
    }

    private static Checks placed(Checks checks, String code, Posting posting, Occasion occasion) {
        var manager = posting.manager();
        return checks.text("/team", posting.team(), WORD_MISSING)
                .text("/region", posting.region(), WORD_MISSING)
                .notBeyond(NEAR, "/from", posting.from(), occasion.today())
                .that(manager == null || !Codes.same(manager, code), "/manager", MANAGER_IS_SELF)
                .that(
                        manager == null
                                || MemberCode.holderOf(manager, occasion).isPresent(),
                        "/manager",
                        MANAGER_UNKNOWN);
    }

    /** A posting takes the place of one that was to begin on the same day. */
    private TeamMember with(Posting posting) {
        var others = postings.stream().filter(other -> !other.from().equals(posting.from()));
        return new TeamMember(
                code,
                Stream.concat(others, Stream.of(posting))
                        .sorted(Comparator.comparing(Posting::from))
                        .toList());
    }

    private boolean hasBegunSince(LocalDate day, LocalDate today) {
        return postings.stream().map(Posting::from).anyMatch(from -> !from.isAfter(today) && !from.isBefore(day));
    }
}
