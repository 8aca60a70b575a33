package io.milepost.delivery;

import io.milepost.delivery.careprogramme.CareProgramme.*;
import io.milepost.delivery.carevisit.CareVisit.*;
import io.milepost.delivery.coordinationtask.CoordinationTask.*;
import io.milepost.delivery.deviation.Deviation.*;
import io.milepost.delivery.fulfilment.Fulfilment.*;
import io.milepost.delivery.improvementaction.ImprovementAction.*;
import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.ServicePromise;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.resourceallocation.ResourceAllocation.*;
import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicelevel.ServiceLevel.PublishServiceLevel;
import io.milepost.delivery.servicelevel.ServiceLevel.ReviseServiceLevel;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * For every command of goods on their way, of tasks and of what comes after the sale a situation in which it is accepted, made over HTTP, and
 * some in which it is refused.
 *
 * @param signed the id of a newly signed contract
 */
record AfterSalesSituations(Supplier<UUID> signed) {
    private static final UUID CUSTOMER = UUID.fromString("0190c000-0000-7000-8000-00000000c001");
    private static final AssignCase ASSIGN = new AssignCase("max");
    private static final ResolveCase RESOLVE = new ResolveCase("valve replaced");
    private static final PublishServiceLevel LEVEL =
            new PublishServiceLevel("gold", List.of(new ServicePromise(CaseKind.PROBLEM, Urgency.HIGH, 0, 1)));
    private static final ArrangeSupply ARRANGE = new ArrangeSupply(1, Supply.STOCK, inDays(20));
    private static final ShipGoods SHIP = new ShipGoods("DN 1", null, List.of(new Quantity(1, BigDecimal.ONE)));
    private static final RecordInstallation INSTALL = new RecordInstallation(null, "bolted");
    private static final RecordVisit VISIT = new RecordVisit(null, Means.PHONE, 5, "runs well");

    BadInputWalk in(BadInputWalk walk) {
        return watched(fulfilments(tasks(programmes(improvements(visits(cases(walk)))))));
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
                        CancelVisit.class,
                        client -> new Situation(client.create(visit("kim")), new CancelVisit("moved away")));
    }

    private static BadInputWalk improvements(BadInputWalk walk) {
        return walk.accepted(RaiseImprovement.class, client -> new Situation(null, improvement(client, "eva")))
                .refused(
                        "SOURCE_MISSING",
                        _ -> new Situation(
                                null, new RaiseImprovement(null, null, Subject.SERVICE, "faster", "eva", inDays(30))))
                .accepted(
                        PostponeImprovement.class,
                        client -> new Situation(
                                client.create(improvement(client, "eva")),
                                new PostponeImprovement(inDays(60), "parts are late")))
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

    private BadInputWalk tasks(BadInputWalk walk) {
        return walk.accepted(AskForTask.class, _ -> new Situation(null, task("pia")))
                .refused(
                        "DUE_IN_PAST",
                        _ -> new Situation(
                                null,
                                new AskForTask(
                                        signed.get(),
                                        Department.PURCHASING,
                                        "order valves",
                                        "pia",
                                        LocalDate.parse("2026-01-05"))))
                .accepted(
                        CompleteTask.class,
                        client -> new Situation(client.create(task("pia")), new CompleteTask("ordered")))
                .accepted(
                        CancelTask.class,
                        client -> new Situation(client.create(task("pia")), new CancelTask("no valves")));
    }

    private BadInputWalk fulfilments(BadInputWalk walk) {
        return walk.accepted(OpenFulfilment.class, _ -> new Situation(null, goods()))
                .refused("LINES_MISSING", _ -> new Situation(null, new OpenFulfilment(signed.get(), List.of(), null)))
                .accepted(ArrangeSupply.class, client -> new Situation(client.create(goods()), ARRANGE))
                .accepted(MarkSupplied.class, client -> {
                    var id = client.create(goods());
                    client.accept(id, ARRANGE);
                    return new Situation(id, new MarkSupplied(1, null));
                })
                .accepted(AgreeDeliveryTerms.class, client -> new Situation(client.create(goods()), terms()))
                .accepted(ShipGoods.class, client -> new Situation(supplied(client), SHIP))
                .accepted(RecordArrival.class, client -> {
                    var id = supplied(client);
                    client.accept(id, SHIP);
                    return new Situation(id, new RecordArrival("DN 1", null));
                })
                .accepted(RecordInstallation.class, client -> new Situation(delivered(client), INSTALL))
                .accepted(RecordCommissioning.class, client -> {
                    var id = delivered(client);
                    client.accept(id, INSTALL);
                    return new Situation(id, new RecordCommissioning(null, "runs"));
                });
    }

    private BadInputWalk watched(BadInputWalk walk) {
        return walk.accepted(RecordDeviation.class, _ -> new Situation(null, deviation("eva")))
                .refused(
                        "COST_MISSING",
                        _ -> new Situation(
                                null,
                                new RecordDeviation(
                                        signed.get(),
                                        Dimension.COST,
                                        "dearer",
                                        null,
                                        null,
                                        "another supplier",
                                        "eva",
                                        inDays(9))))
                .accepted(
                        ReviseCorrection.class,
                        client -> new Situation(
                                client.create(deviation("eva")), new ReviseCorrection("weld it", inDays(20))))
                .accepted(
                        CloseDeviation.class,
                        client -> new Situation(client.create(deviation("eva")), new CloseDeviation("welded")))
                .accepted(AllocateResource.class, _ -> new Situation(null, crane()))
                .refused(
                        "CONTRACT_UNKNOWN",
                        _ -> new Situation(
                                null,
                                new AllocateResource(
                                        CUSTOMER,
                                        ResourceKind.EQUIPMENT,
                                        "crane",
                                        BigDecimal.ONE,
                                        "piece",
                                        null,
                                        inDays(0),
                                        inDays(9))))
                .accepted(
                        ReleaseResource.class,
                        client -> new Situation(client.create(crane()), new ReleaseResource(null)));
    }

    RecordDeviation deviation(String owner) {
        return new RecordDeviation(
                signed.get(), Dimension.QUALITY, "cracks", null, null, "grind them", owner, inDays(9));
    }

    private AllocateResource crane() {
        return new AllocateResource(
                signed.get(), ResourceKind.EQUIPMENT, "crane", BigDecimal.ONE, "piece", null, inDays(-1), inDays(9));
    }

    AskForTask task(String owner) {
        return new AskForTask(signed.get(), Department.PURCHASING, "order valves", owner, inDays(30));
    }

    private OpenFulfilment goods() {
        return new OpenFulfilment(signed.get(), List.of(new Line("press", BigDecimal.ONE)), null);
    }

    private static AgreeDeliveryTerms terms() {
        return new AgreeDeliveryTerms(inDays(30), Manner.CARRIER, "crates", "Gate 4", "Ms Hu", true);
    }

    private UUID supplied(SuiteClient client) {
        var id = client.create(goods());
        client.accept(id, ARRANGE);
        client.accept(id, new MarkSupplied(1, null));
        client.accept(id, terms());
        return id;
    }

    private UUID delivered(SuiteClient client) {
        var id = supplied(client);
        client.accept(id, SHIP);
        client.accept(id, new RecordArrival("DN 1", null));
        return id;
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
                client.create(problem("kim")), null, Subject.PRODUCT, "a tighter seal", owner, inDays(30));
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

    private static LocalDate inDays(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days);
    }
}
