package io.milepost.delivery.salesteam;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.kernel.Appointed;
import io.milepost.delivery.kernel.Team;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The team of one sales project, as it was appointed last. Its id is the opportunity's. */
public record SalesTeam(List<Member> members) {
    static final Decider<SalesTeam, Command, Event> DECIDER =
            new Decider<>(SalesTeam::decide, SalesTeam::begin, SalesTeam::evolve);

    /** What an automation notes of a team. */
    public sealed interface Command {}

    /** The whole team, in the place of what was known of it. */
    public record NoteSalesTeam(List<Member> members) implements Command {
        public NoteSalesTeam {
            members = List.copyOf(members);
        }
    }

    public sealed interface Event {}

    public record SalesTeamNoted(List<Member> members) implements Event {
        public SalesTeamNoted {
            members = List.copyOf(members);
        }
    }

    /**
     * Somebody's place in it.
     *
     * @param role as opportunity-service names it: PD, AR, SR, FR, QA or one that is added later
     * @param member code of a team member
     */
    public record Member(String role, String member) {}

    public SalesTeam {
        members = List.copyOf(members);
    }

    /** Codes of those who have this role. */
    private Set<String> holders(String role) {
        return members.stream()
                .filter(member -> member.role().equals(role))
                .map(Member::member)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All who are appointed, whatever to. */
    public Team team() {
        return new Team(members.stream().map(Member::member).toList());
    }

    /** Those whose duties concern a handover or a closing. */
    public Appointed appointed() {
        return new Appointed(holders("PD"), holders("FR"), holders("QA"));
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        return accepted(new SalesTeamNoted(((NoteSalesTeam) command).members()));
    }

    static Decision<Event> decide(SalesTeam team, Command command, Occasion occasion) {
        return switch (command) {
            case NoteSalesTeam(var members) ->
                members.equals(team.members()) ? unchanged() : accepted(new SalesTeamNoted(members));
        };
    }

    static SalesTeam begin(Event first) {
        return new SalesTeam(((SalesTeamNoted) first).members());
    }

    static SalesTeam evolve(SalesTeam team, Event event) {
        return begin(event);
    }
}
