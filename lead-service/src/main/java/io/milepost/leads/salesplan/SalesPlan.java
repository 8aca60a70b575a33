package io.milepost.leads.salesplan;

import static io.milepost.leads.salesplan.SalesPlan.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an approved sales target is to be reached: what is done by when, over which channels, with which strategy, by whom.
 *
 * @param owner code of the member who answers for the target
 * @param version of the outline, which counts from 1
 * @param reason of the last revision; null for the first version
 * @param writtenBy who wrote this version
 * @param approval of this version; null as long as it is a draft
 */
public record SalesPlan(
        UUID targetId,
        String owner,
        int version,
        Outline outline,
        @Nullable String reason,
        String writtenBy,
        @Nullable SalesPlanApproved approval) {
    static final Decider<SalesPlan, Command, Event> DECIDER =
            new Decider<>(SalesPlan::decide, SalesPlan::begin, SalesPlan::evolve);

    public record DraftSalesPlan(UUID targetId, Outline outline) {}

    public sealed interface Command {}

    /** Drafts the next version, which has to be approved anew. */
    public record ReviseSalesPlan(
            Outline outline, @Limit(Limit.NOTE) String reason) implements Command {}

    /** Approves the latest version, which is named so that nobody approves what they have not read. */
    public record ApproveSalesPlan(int version) implements Command {}

    public sealed interface Event {}

    public record SalesPlanDrafted(UUID targetId, String owner, Outline outline, String draftedBy) implements Event {}

    public record SalesPlanRevised(int version, Outline outline, String reason, String revisedBy) implements Event {}

    public record SalesPlanApproved(int version, String approvedBy, LocalDate approvedOn) implements Event {}

    public enum No implements Refusal {
        TARGET_NOT_APPROVED(state("a plan needs a sales target that is approved and not closed")),
        VERSION_NOT_LATEST(state("only the latest version can be approved")),
        PLAN_NOT_CHANGED(rule("a revision must change something")),
        CHANNELS_MISSING(rule("a plan needs at least one channel")),
        CHANNEL_REPEATED(rule("a channel stands only once in a plan")),
        TEAM_MISSING(rule("a plan needs at least one member")),
        MEMBER_REPEATED(rule("a member stands only once in the team")),
        MEMBER_UNKNOWN(state("no team member has this code")),
        ACTIVITIES_MISSING(rule("a plan needs at least one activity")),
        ACTIVITY_TOO_LATE(rule("an activity must end within the period of the target")),
        NOT_IN_TEAM(rule("whoever does an activity must be in the team of the plan")),
        CHANNEL_UNKNOWN(rule("an activity uses a channel of the plan")),
        APPROVER_IS_AUTHOR(sender("whoever wrote a version of a plan cannot approve it"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * What a plan says.
     *
     * @param team codes of the members who work on it
     */
    public record Outline(
            @Limit(Limit.NOTE) String strategy,
            @Limit(50) List<String> channels,
            @Limit(100) List<String> team,
            @Limit(200) List<Activity> activities) {
        public Outline {
            channels = List.copyOf(channels);
            team = List.copyOf(team);
            activities = List.copyOf(activities);
        }
    }

    /**
     * Something that is done.
     *
     * @param by the day by which it is done
     * @param member code of the one of the team who does it
     * @param channel of the plan that it uses, if any
     */
    public record Activity(
            String name,
            LocalDate by,
            String member,
            @Nullable String channel) {}

    /** What a plan has to know of its target; {@code to} is the last day of the period. */
    record Aim(boolean approved, String accountable, LocalDate to) {}

    static Decision<Event> draft(DraftSalesPlan draft, Occasion occasion) {
        return checked(draft.outline(), occasion, check())
                .accept(() -> new SalesPlanDrafted(
                        draft.targetId(),
                        occasion.read(Aim.class).orElseThrow().accountable(),
                        draft.outline(),
                        occasion.who().name()));
    }

    static Decision<Event> decide(SalesPlan plan, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseSalesPlan(var outline, var reason) -> plan.revise(outline, reason, occasion);
            case ApproveSalesPlan(var version) -> plan.approve(version, occasion);
        };
    }

    static SalesPlan begin(Event first) {
        var drafted = (SalesPlanDrafted) first;
        return new SalesPlan(
                drafted.targetId(), drafted.owner(), 1, drafted.outline(), null, drafted.draftedBy(), null);
    }

    static SalesPlan evolve(SalesPlan plan, Event event) {
        return switch (event) {
            case SalesPlanDrafted _ -> plan;
            case SalesPlanRevised(var version, var outline, var reason, var by) ->
                new SalesPlan(plan.targetId, plan.owner, version, outline, reason, by, null);
            case SalesPlanApproved approval ->
                new SalesPlan(
                        plan.targetId, plan.owner, plan.version, plan.outline, plan.reason, plan.writtenBy, approval);
        };
    }

    private Decision<Event> revise(Outline next, String why, Occasion occasion) {
        if (next.equals(outline)) {
            return why.equals(reason) ? unchanged() : refusedAt("/outline", PLAN_NOT_CHANGED);
        }
        return checked(next, occasion, check().reason("/reason", why))
                .accept(() -> new SalesPlanRevised(
                        version + 1, next, why, occasion.who().name()));
    }

    private Decision<Event> approve(int number, Occasion occasion) {
        if (number != version) {
            return refusedAt("/version", VERSION_NOT_LATEST);
        }
        if (approval != null) {
            return unchanged();
        }
        var who = occasion.who();
        return check().that(isOpen(occasion), TARGET_NOT_APPROVED)
                .that(!who.is(writtenBy), APPROVER_IS_AUTHOR)
                .accept(() -> new SalesPlanApproved(number, who.name(), occasion.today()));
    }

    private static boolean isOpen(Occasion occasion) {
        return occasion.read(Aim.class).filter(Aim::approved).isPresent();
    }

    private static Checks checked(Outline outline, Occasion occasion, Checks checks) {
        checks = checks.that(isOpen(occasion), TARGET_NOT_APPROVED)
                .text("/outline/strategy", outline.strategy())
                .that(!outline.channels().isEmpty(), "/outline/channels", CHANNELS_MISSING)
                .that(!outline.team().isEmpty(), "/outline/team", TEAM_MISSING)
                .that(!outline.activities().isEmpty(), "/outline/activities", ACTIVITIES_MISSING);
        checks = checkedEach(outline.channels(), "/outline/channels/", CHANNEL_REPEATED, checks);
        checks = checkedEach(outline.team(), "/outline/team/", MEMBER_REPEATED, checks);
        for (int i = 0; i < outline.team().size(); i++) {
            checks = checks.that(
                    MemberCode.holderOf(outline.team().get(i), occasion).isPresent(),
                    "/outline/team/" + i,
                    MEMBER_UNKNOWN);
        }
        return checkedActivities(outline, occasion, checks);
    }

    private static Checks checkedEach(List<String> words, String at, Refusal repeated, Checks checks) {
        var taken = new HashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            checks = checks.text(at + i, word).that(taken.add(Codes.canonical(word)), at + i, repeated);
        }
        return checks;
    }

    private static Checks checkedActivities(Outline outline, Occasion occasion, Checks checks) {
        var last = occasion.read(Aim.class).map(Aim::to).orElse(LocalDate.MIN);
        var team = outline.team().stream().map(Codes::canonical).toList();
        var channels = outline.channels().stream().map(Codes::canonical).toList();
        for (int i = 0; i < outline.activities().size(); i++) {
            var activity = outline.activities().get(i);
            var at = "/outline/activities/" + i;
            var channel = activity.channel();
            checks = checks.text(at + "/name", activity.name())
                    .that(!activity.by().isAfter(last), at + "/by", ACTIVITY_TOO_LATE)
                    .within(NEAR, at + "/by", activity.by(), occasion.today())
                    .that(team.contains(Codes.canonical(activity.member())), at + "/member", NOT_IN_TEAM)
                    .that(
                            channel == null || channels.contains(Codes.canonical(channel)),
                            at + "/channel",
                            CHANNEL_UNKNOWN);
        }
        return checks;
    }
}
