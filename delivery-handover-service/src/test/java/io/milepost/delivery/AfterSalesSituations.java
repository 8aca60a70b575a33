package io.milepost.delivery;

import io.milepost.delivery.careprogramme.CareProgramme.*;
import io.milepost.delivery.carevisit.CareVisit.*;
import io.milepost.delivery.improvementaction.ImprovementAction.*;
import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.ServicePromise;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicelevel.ServiceLevel.PublishServiceLevel;
import io.milepost.delivery.servicelevel.ServiceLevel.ReviseServiceLevel;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** For every command after the sale a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class AfterSalesSituations {
    private static final UUID CUSTOMER = UUID.fromString("0190c000-0000-7000-8000-00000000c001");
    private static final AssignCase ASSIGN = new AssignCase("max");
    private static final ResolveCase RESOLVE = new ResolveCase("valve replaced");
    private static final PublishServiceLevel LEVEL =
            new PublishServiceLevel("gold", List.of(new ServicePromise(CaseKind.PROBLEM, Urgency.HIGH, 0, 1)));
    private static final RecordVisit VISIT = new RecordVisit(null, Means.PHONE, 5, "runs well");

    private AfterSalesSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return programmes(improvements(visits(cases(walk))));
    }

    private static BadInputWalk cases(BadInputWalk walk) {
        return walk.accepted(PublishServiceLevel.class, _ -> new Situation(null, LEVEL))
                .accepted(
                        ReviseServiceLevel.class,
                        client -> new Situation(
                                client.create(LEVEL),
                                new ReviseServiceLevel(
                                        List.of(new ServicePromise(CaseKind.REPAIR, Urgency.LOW, 1, 9)))))
                .refused("PROMISES_MISSING", _ -> new Situation(null, new PublishServiceLevel("none", List.of())))
                .accepted(OpenCase.class, _ -> new Situation(null, problem("kim")))
                .refused(
                        "CONTRACT_UNKNOWN",
                        _ -> new Situation(
                                null,
                                new OpenCase(
                                        CUSTOMER,
                                        CUSTOMER,
                                        CaseKind.PROBLEM,
                                        Urgency.LOW,
                                        "leak",
                                        null,
                                        null,
                                        "kim",
                                        null)))
                .accepted(AssignCase.class, client -> new Situation(client.create(problem("kim")), ASSIGN))
                .accepted(StartCase.class, client -> {
                    var id = client.create(problem("kim"));
                    client.accept(id, ASSIGN);
                    return new Situation(id, new StartCase());
                })
                .refused("CASE_NOT_ASSIGNED", client -> new Situation(client.create(problem("kim")), new StartCase()))
                .accepted(
                        RecordService.class,
                        client -> new Situation(working(client), new RecordService(null, "on site", null, null)))
                .accepted(ResolveCase.class, client -> new Situation(working(client), RESOLVE))
                .accepted(ConfirmCase.class, client -> new Situation(resolved(client), new ConfirmCase(5, "well done")))
                .accepted(ReopenCase.class, client -> new Situation(resolved(client), new ReopenCase("leaks again")))
                .accepted(
                        NoteCaseNeed.class,
                        client -> new Situation(client.create(problem("kim")), new NoteCaseNeed("a second press")));
    }

    private static BadInputWalk visits(BadInputWalk walk) {
        return walk.accepted(ScheduleVisit.class, _ -> new Situation(null, visit("kim")))
                .refused(
                        "VISIT_IN_PAST",
                        _ -> new Situation(
                                null, new ScheduleVisit(CUSTOMER, null, LocalDate.parse("2026-01-05"), "kim")))
                .accepted(
                        RescheduleVisit.class,
                        client ->
                                new Situation(client.create(visit("kim")), new RescheduleVisit(inDays(40), "holidays")))
                .accepted(RecordVisit.class, client -> new Situation(client.create(visit("kim")), VISIT))
                .accepted(NoteVisitNeed.class, client -> {
                    var id = client.create(visit("kim"));
                    client.accept(id, VISIT);
                    return new Situation(id, new NoteVisitNeed("a second press"));
                })
                .accepted(
                        AssignVisit.class, client -> new Situation(client.create(visit("kim")), new AssignVisit("zoe")))
                .accepted(
                        CancelVisit.class,
                        client -> new Situation(client.create(visit("kim")), new CancelVisit("moved away")));
    }

    private static BadInputWalk improvements(BadInputWalk walk) {
        return walk.accepted(RaiseImprovement.class, client -> new Situation(null, improvement(client, "eva")))
                .refused(
                        "SOURCE_MISSING",
                        _ -> new Situation(
                                null,
                                new RaiseImprovement(null, null, Subject.SERVICE, "faster", "eva", inDays(30), null)))
                .accepted(
                        PostponeImprovement.class,
                        client -> new Situation(
                                client.create(improvement(client, "eva")),
                                new PostponeImprovement(inDays(60), "parts are late")))
                .accepted(
                        AssignImprovement.class,
                        client ->
                                new Situation(client.create(improvement(client, "eva")), new AssignImprovement("zoe")))
                .accepted(
                        CompleteImprovement.class,
                        client -> new Situation(
                                client.create(improvement(client, "eva")), new CompleteImprovement("new seal")))
                .accepted(
                        DropImprovement.class,
                        client -> new Situation(
                                client.create(improvement(client, "eva")), new DropImprovement("no longer made")));
    }

    private static BadInputWalk programmes(BadInputWalk walk) {
        return walk.accepted(PlanCareProgramme.class, _ -> new Situation(null, programme("kim")))
                .accepted(
                        ChangeAudience.class,
                        client -> new Situation(
                                client.create(programme("kim")), new ChangeAudience(List.of(UUID.randomUUID()))))
                .accepted(
                        RecordCareActivity.class,
                        client -> new Situation(
                                client.create(programme("kim")),
                                new RecordCareActivity(null, "letter", List.of(CUSTOMER))))
                .refused(
                        "ACCOUNT_NOT_IN_AUDIENCE",
                        client -> new Situation(
                                client.create(programme("kim")),
                                new RecordCareActivity(null, "letter", List.of(UUID.randomUUID()))))
                .accepted(
                        EndCareProgramme.class,
                        client -> new Situation(client.create(programme("kim")), new EndCareProgramme("merged")));
    }

    static OpenCase problem(String owner) {
        return new OpenCase(
                CUSTOMER, null, CaseKind.PROBLEM, Urgency.HIGH, "leak", "oil on the floor", "Ms Hu", owner, null);
    }

    static ScheduleVisit visit(String owner) {
        return new ScheduleVisit(CUSTOMER, null, inDays(30), owner);
    }

    static RaiseImprovement improvement(SuiteClient client, String owner) {
        return new RaiseImprovement(
                client.create(problem("kim")), null, Subject.PRODUCT, "a tighter seal", owner, inDays(30), null);
    }

    static PlanCareProgramme programme(String owner) {
        return new PlanCareProgramme(
                "press news", CareKind.PRODUCT_NEWS, Rhythm.MONTHLY, owner, List.of(CUSTOMER), inDays(30), null);
    }

    private static UUID working(SuiteClient client) {
        var id = client.create(problem("kim"));
        client.accept(id, ASSIGN);
        client.accept(id, new StartCase());
        return id;
    }

    private static UUID resolved(SuiteClient client) {
        var id = working(client);
        client.accept(id, RESOLVE);
        return id;
    }

    static LocalDate inDays(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days);
    }
}
