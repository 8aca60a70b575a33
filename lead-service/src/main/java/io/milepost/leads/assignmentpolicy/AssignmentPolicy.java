package io.milepost.leads.assignmentpolicy;

import static io.milepost.leads.assignmentpolicy.AssignmentPolicy.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.Channel;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.TeamName;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets which leads: lines that are tried from the first to the last, in versions.
 *
 * @param version of the lines, from 1
 */
public record AssignmentPolicy(String name, int version, List<Line> lines) {
    static final Decider<AssignmentPolicy, Command, Event> DECIDER =
            new Decider<>(AssignmentPolicy::decide, AssignmentPolicy::begin, AssignmentPolicy::evolve);

    private static final int MOST_LINES = 200;

    public record PublishAssignmentPolicy(
            String name, @Limit(MOST_LINES) List<Line> lines) {
        public PublishAssignmentPolicy {
            lines = List.copyOf(lines);
        }
    }

    /** What may be asked of a published policy. */
    public sealed interface Command {}

    /** The next version; leads that were assigned stay where they are. */
    public record ReviseAssignmentPolicy(@Limit(MOST_LINES) List<Line> lines) implements Command {
        public ReviseAssignmentPolicy {
            lines = List.copyOf(lines);
        }
    }

    /**
     * To whom leads go that fit; what is absent fits all.
     *
     * @param segment of customers, by code
     * @param assignee code of a member, or name of a team
     */
    public record Line(
            @Nullable Channel channel,
            @Nullable String region,
            @Nullable String segment,
            AssigneeKind to,
            String assignee) {}

    public enum AssigneeKind {
        MEMBER,
        TEAM
    }

    public sealed interface Event {}

    public record AssignmentPolicyPublished(String name, List<Line> lines, String publishedBy) implements Event {
        public AssignmentPolicyPublished {
            lines = List.copyOf(lines);
        }
    }

    public record AssignmentPolicyRevised(int version, List<Line> lines, String revisedBy) implements Event {
        public AssignmentPolicyRevised {
            lines = List.copyOf(lines);
        }
    }

    public enum No implements Refusal {
        LINES_MISSING(rule("a policy needs at least one line")),
        OWNER_UNKNOWN(state("no team member has the code of the owner")),
        TEAM_UNKNOWN(state("no team member is posted to that team"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public AssignmentPolicy {
        lines = List.copyOf(lines);
    }

    static Decision<Event> publish(PublishAssignmentPolicy publish, Occasion occasion) {
        return checked(check().text("/name", publish.name()), publish.lines(), occasion)
                .accept(() -> new AssignmentPolicyPublished(
                        publish.name(), publish.lines(), occasion.who().name()));
    }

    static Decision<Event> decide(AssignmentPolicy policy, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseAssignmentPolicy(var lines) ->
                lines.equals(policy.lines())
                        ? unchanged()
                        : checked(check(), lines, occasion)
                                .accept(() -> new AssignmentPolicyRevised(
                                        policy.version() + 1,
                                        lines,
                                        occasion.who().name()));
        };
    }

    static AssignmentPolicy begin(Event first) {
        var published = (AssignmentPolicyPublished) first;
        return new AssignmentPolicy(published.name(), 1, published.lines());
    }

    static AssignmentPolicy evolve(AssignmentPolicy policy, Event event) {
        return switch (event) {
            case AssignmentPolicyPublished _ -> policy;
            case AssignmentPolicyRevised(var version, var lines, var _) ->
                new AssignmentPolicy(policy.name(), version, lines);
        };
    }

    private static Checks checked(Checks checks, List<Line> lines, Occasion occasion) {
        var all = checks.that(!lines.isEmpty(), "/lines", LINES_MISSING);
        for (int index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            var at = "/lines/" + index;
            all = all.text(at + "/region", line.region())
                    .text(at + "/segment", line.segment())
                    .text(at + "/assignee", line.assignee());
            all = switch (line.to()) {
                case MEMBER ->
                    all.that(
                            MemberCode.holderOf(line.assignee(), occasion).isPresent(),
                            at + "/assignee",
                            OWNER_UNKNOWN);
                case TEAM -> all.that(TeamName.isKnown(line.assignee(), occasion), at + "/assignee", TEAM_UNKNOWN);
            };
        }
        return all;
    }
}
