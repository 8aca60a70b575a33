package io.milepost.leads.teammember;

import static io.milepost.leads.teammember.TeamMember.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the own sales staff: who, in which team and region, with which function and duties, reporting to whom, from which day to
 * which.
 *
 * @param code by which everyone else names the member
 * @param postings in the order of their days, at least one
 * @param lastDay on which the member belongs to the staff; null where no departure is announced
 * @param left whether that day is over
 */
public record TeamMember(
        String code, List<Posting> postings, @Nullable LocalDate lastDay, boolean left) {
    static final Decider<TeamMember, Command, Event> DECIDER =
            new Decider<>(TeamMember::decide, TeamMember::begin, TeamMember::evolve);

    /** The key of the tag by which a code stays its member's after the departure. */
    static final String FORMER = "former-code";

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
            @Nullable String manager,
            @Nullable Post post) {
        public RegisterTeamMember(String code, String team, String region, LocalDate from, @Nullable String manager) {
            this(code, team, region, from, manager, null);
        }
    }

    /** What may be asked of a registered member. */
    public sealed interface Command {}

    /**
     * From that day on, in the place of a posting that was to begin on the same day; it has to begin after the one that holds today. Who has
     * left comes back by it.
     *
     * @param post as it was before, where absent
     */
    public record MoveTeamMember(
            String team,
            String region,
            LocalDate from,
            @Nullable String manager,
            @Nullable Post post) implements Command {
        public MoveTeamMember(String team, String region, LocalDate from, @Nullable String manager) {
            this(team, region, from, manager, null);
        }
    }

    /** Somebody leaves or has left; another day replaces one that is not over. */
    public record AnnounceDeparture(LocalDate lastDay) implements Command {}

    /** Somebody stays after all. */
    public record WithdrawDeparture() implements Command {}

    /** Sent by the timer when the last day has ended. */
    public record MarkMemberLeft() implements Command {}

    public sealed interface Event {}

    public record TeamMemberRegistered(
            String code,
            String team,
            String region,
            LocalDate from,
            @Nullable String manager,
            @Nullable Post post) implements Event {
        public TeamMemberRegistered(String code, String team, String region, LocalDate from, @Nullable String manager) {
            this(code, team, region, from, manager, null);
        }
    }

    public record TeamMemberMoved(
            String code,
            String team,
            String region,
            LocalDate from,
            @Nullable String manager,
            @Nullable Post post) implements Event {
        public TeamMemberMoved(String code, String team, String region, LocalDate from, @Nullable String manager) {
            this(code, team, region, from, manager, null);
        }
    }

    public record TeamMemberDepartureAnnounced(String code, LocalDate lastDay) implements Event {}

    public record TeamMemberDepartureWithdrawn(String code) implements Event {}

    /** The last day is over: nobody finds the member by the code any more, and nobody else is given it. */
    public record TeamMemberLeft(String code, LocalDate lastDay) implements Event {}

    public enum No implements Refusal {
        CODE_TAKEN(state("another team member has this code")),
        MANAGER_UNKNOWN(state("no team member has the code of the manager")),
        MEMBER_LEFT(state("the member has left, and comes back by a move from a later day on")),
        MANAGER_IS_SELF(rule("nobody reports to themselves")),
        WORD_MISSING(rule("code, team, region, duties and site need at least one visible character")),
        MOVE_NOT_LATER(rule("a move must begin after the posting that it ends, and after a departure")),
        MOVE_AFTER_LAST_DAY(rule("a move must begin while the member still belongs to the staff")),
        LAST_DAY_TOO_EARLY(rule("the last day cannot be before the posting that it ends"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What somebody does in sales. */
    public enum Function {
        SALES_MANAGER,
        SALES_REPRESENTATIVE,
        PROPERTY_CONSULTANT,
        CUSTOMER_SERVICE
    }

    /**
     * A function with its duties.
     *
     * @param site the sales site where the member works; null for one who belongs to none
     */
    public record Post(
            Function function,
            @Limit(Limit.NOTE) String duties,
            @Nullable String site) {}

    /**
     * A place in the organisation from a day on, until the next one.
     *
     * @param post null where it was registered before there were any
     */
    public record Posting(
            String team,
            String region,
            LocalDate from,
            @Nullable String manager,
            @Nullable Post post) {
        public Posting(String team, String region, LocalDate from, @Nullable String manager) {
            this(team, region, from, manager, null);
        }
    }

    public TeamMember {
        postings = List.copyOf(postings);
    }

    static Decision<Event> decide(TeamMember member, Command command, Occasion occasion) {
        return switch (command) {
            case MoveTeamMember(var team, var region, var from, var manager, var post) ->
                Placing.move(
                        member,
                        new Posting(team, region, from, manager, post == null ? member.postBefore(from) : post),
                        occasion);
            case AnnounceDeparture(var lastDay) -> Placing.announce(member, lastDay, occasion.today());
            case WithdrawDeparture _ -> {
                if (member.left) {
                    yield refused(MEMBER_LEFT);
                }
                yield member.lastDay == null ? unchanged() : accepted(new TeamMemberDepartureWithdrawn(member.code));
            }
            case MarkMemberLeft _ ->
                member.lastDay != null && !member.left && occasion.today().isAfter(member.lastDay)
                        ? accepted(new TeamMemberLeft(member.code, member.lastDay))
                        : unchanged();
        };
    }

    static TeamMember begin(Event first) {
        var registered = (TeamMemberRegistered) first;
        var posting = new Posting(
                registered.team(), registered.region(), registered.from(), registered.manager(), registered.post());
        return new TeamMember(registered.code(), List.of(posting), null, false);
    }

    static TeamMember evolve(TeamMember member, Event event) {
        return switch (event) {
            case TeamMemberRegistered _ -> member;
            case TeamMemberMoved(var _, var team, var region, var from, var manager, var post) ->
                member.with(new Posting(team, region, from, manager, post));
            case TeamMemberDepartureAnnounced(var _, var lastDay) ->
                new TeamMember(member.code, member.postings, lastDay, false);
            case TeamMemberDepartureWithdrawn _ -> new TeamMember(member.code, member.postings, null, false);
            case TeamMemberLeft(var _, var lastDay) ->
                new TeamMember(
                        member.code,
                        member.postings.stream()
                                .filter(posting -> !posting.from().isAfter(lastDay))
                                .toList(),
                        lastDay,
                        true);
        };
    }

    /** A posting takes the place of one that was to begin on the same day; whoever had left is back. */
    private TeamMember with(Posting posting) {
        var others = postings.stream().filter(other -> !other.from().equals(posting.from()));
        return new TeamMember(
                code,
                Stream.concat(others, Stream.of(posting))
                        .sorted(Comparator.comparing(Posting::from))
                        .toList(),
                left ? null : lastDay,
                false);
    }

    /** The posting that holds on that day; null before the first one. */
    public @Nullable Posting postingOn(LocalDate day) {
        return postings.stream()
                .filter(posting -> !posting.from().isAfter(day))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private @Nullable Post postBefore(LocalDate day) {
        var before = postingOn(day);
        return before == null ? null : before.post();
    }
}
