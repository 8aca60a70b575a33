package io.milepost.delivery;

import static org.awaitility.Awaitility.await;

import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.handover.Handover.*;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * For every command of this service a situation in which it is accepted, made over HTTP, and some in which it is refused.
 *
 * @param signed the id of a newly signed contract whose handover is initiated
 * @param accepted the id of one whose handover is accepted and whose delivery project is created
 */
record DeliverySituations(Supplier<UUID> signed, Supplier<UUID> accepted) {
    static final IssueEntrustment LETTER = new IssueEntrustment("max", "two sites");
    static final HoldHandover HOLD = new HoldHandover(null, "minutes 7", List.of("max"));
    static final ReturnHandover RETURN = new ReturnHandover(List.of("the drawings are of the old model"));

    static final StaffTeam TEAM = new StaffTeam("max", List.of("eva"));
    static final BaselinePlan PLAN = new BaselinePlan(
            List.of(new PlannedMilestone("INSTALLED", "presses installed", LocalDate.parse("2026-03-02"))));
    static final RebaselinePlan REPLAN = new RebaselinePlan(
            List.of(new PlannedMilestone("INSTALLED", "presses installed", LocalDate.parse("2026-03-05"))),
            "a second site");
    static final ReachMilestone REACH = new ReachMilestone("INSTALLED", null);
    static final SlipMilestone SLIP = new SlipMilestone("INSTALLED", LocalDate.parse("2026-03-03"), "rain");

    private static final SuspendDelivery SUSPEND =
            new SuspendDelivery(SuspensionCause.DISPUTE, "they say that the rails are theirs");

    /** A meeting is called for a day to come. */
    static ScheduleMeeting meeting() {
        return new ScheduleMeeting(inAMonth(), HandoverMode.MEETING, null);
    }

    /** To a day to come, of which no timer says soon after that it has passed. */
    private static RebaselinePlan replan() {
        return new RebaselinePlan(
                List.of(new PlannedMilestone("INSTALLED", "presses installed", inAMonth())), "a second site");
    }

    private static LocalDate inAMonth() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30);
    }

    BadInputWalk in(BadInputWalk walk) {
        return delivery(handover(walk));
    }

    private BadInputWalk handover(BadInputWalk walk) {
        return walk.accepted(IssueEntrustment.class, client -> new Situation(signed.get(), LETTER))
                .accepted(AddPackageItem.class, client -> new Situation(signed.get(), item(ItemKind.RISK)))
                .accepted(DeclarePackageReady.class, client -> new Situation(packed(client), new DeclarePackageReady()))
                .accepted(ScheduleMeeting.class, client -> new Situation(ready(client), meeting()))
                .accepted(HoldHandover.class, client -> new Situation(scheduled(client), HOLD))
                .accepted(AcceptHandover.class, client -> new Situation(held(client), new AcceptHandover(null)))
                .accepted(ReturnHandover.class, client -> new Situation(held(client), RETURN))
                .refused("HANDOVER_NOT_HELD", client -> new Situation(signed.get(), new AcceptHandover(null)))
                .refused("DEFECTS_MISSING", client -> new Situation(held(client), new ReturnHandover(List.of())));
    }

    private BadInputWalk delivery(BadInputWalk walk) {
        return walk.accepted(StaffTeam.class, client -> new Situation(accepted.get(), TEAM))
                .accepted(BaselinePlan.class, client -> new Situation(staffed(client), PLAN))
                .accepted(RebaselinePlan.class, client -> new Situation(planned(client), replan()))
                .accepted(ReachMilestone.class, client -> new Situation(planned(client), REACH))
                .accepted(
                        SlipMilestone.class,
                        client -> new Situation(planned(client), new SlipMilestone("INSTALLED", inAMonth(), "rain")))
                .accepted(
                        RaiseIssue.class,
                        client -> new Situation(accepted.get(), new RaiseIssue(null, "no power", Severity.LOW)))
                .accepted(ResolveIssue.class, client -> {
                    var project = accepted.get();
                    client.accept(project, new RaiseIssue(project, "no power", Severity.LOW));
                    return new Situation(project, new ResolveIssue(project, "a generator"));
                })
                .accepted(InformCustomer.class, client -> {
                    var project = accepted.get();
                    client.accept(project, new RaiseIssue(project, "no power", Severity.HIGH));
                    return new Situation(project, new InformCustomer(project, null, "two days late"));
                })
                .accepted(SuspendDelivery.class, client -> new Situation(accepted.get(), SUSPEND))
                .accepted(ResumeDelivery.class, client -> {
                    var project = accepted.get();
                    client.accept(project, SUSPEND);
                    return new Situation(project, new ResumeDelivery("they agree"));
                })
                .accepted(CompleteDelivery.class, client -> {
                    var project = planned(client);
                    client.accept(project, REACH);
                    return new Situation(project, new CompleteDelivery());
                })
                .refused("MILESTONES_AHEAD", client -> new Situation(planned(client), new CompleteDelivery()))
                .refused("TEAM_NOT_STAFFED", client -> new Situation(accepted.get(), PLAN));
    }

    private UUID staffed(SuiteClient client) {
        var project = accepted.get();
        client.accept(project, TEAM);
        return project;
    }

    private UUID planned(SuiteClient client) {
        var project = staffed(client);
        client.accept(project, PLAN);
        await("R-151: the timer says that its day has ended, and then the log stands still")
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get("/v1/delivery-projects/" + project + "/history")
                        .text()
                        .contains("milestone-missed"));
        return project;
    }

    private UUID packed(SuiteClient client) {
        var handover = signed.get();
        client.accept(handover, LETTER);
        for (var kind : ItemKind.values()) {
            client.accept(handover, item(kind));
        }
        return handover;
    }

    UUID held(SuiteClient client) {
        var handover = scheduled(client);
        client.accept(handover, HOLD);
        return handover;
    }

    private UUID ready(SuiteClient client) {
        var handover = packed(client);
        client.accept(handover, new DeclarePackageReady());
        return handover;
    }

    private UUID scheduled(SuiteClient client) {
        var handover = ready(client);
        client.accept(handover, meeting());
        return handover;
    }

    static AddPackageItem item(ItemKind kind) {
        return new AddPackageItem(kind, "about " + kind, "folder 12");
    }
}
