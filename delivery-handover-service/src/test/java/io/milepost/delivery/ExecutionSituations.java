package io.milepost.delivery;

import static io.milepost.delivery.AfterSalesSituations.inDays;

import io.milepost.delivery.changerequest.ChangeRequest.*;
import io.milepost.delivery.coordinationtask.CoordinationTask.*;
import io.milepost.delivery.deviation.Deviation.*;
import io.milepost.delivery.fulfilment.Fulfilment.*;
import io.milepost.delivery.resourceallocation.ResourceAllocation.*;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * For every command by which a delivery is carried through a situation in which it is accepted, made over HTTP, and some in which it is
 * refused.
 *
 * @param signed the id of a newly signed contract
 */
record ExecutionSituations(Supplier<UUID> signed) {
    private static final UUID NOBODY = UUID.fromString("0190c000-0000-7000-8000-00000000c002");
    private static final ShipGoods SHIP = new ShipGoods("DN 1", null, List.of(new Quantity(1, BigDecimal.ONE)));
    private static final RecordInstallation INSTALL = new RecordInstallation(null, "bolted");

    BadInputWalk in(BadInputWalk walk) {
        return changes(watched(fulfilments(tasks(walk))));
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
                .accepted(AssignTask.class, client -> new Situation(client.create(task("pia")), new AssignTask("ned")))
                .accepted(
                        PostponeTask.class,
                        client -> new Situation(
                                client.create(task("pia")), new PostponeTask(inDays(60), "valves are late")))
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
                .accepted(ArrangeSupply.class, client -> new Situation(client.create(goods()), arrange()))
                .accepted(MarkSupplied.class, client -> {
                    var id = client.create(goods());
                    client.accept(id, arrange());
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
                        AssignCorrection.class,
                        client -> new Situation(client.create(deviation("eva")), new AssignCorrection("jo")))
                .accepted(
                        CloseDeviation.class,
                        client -> new Situation(client.create(deviation("eva")), new CloseDeviation("welded")))
                .accepted(AllocateResource.class, _ -> new Situation(null, crane()))
                .refused(
                        "CONTRACT_UNKNOWN",
                        _ -> new Situation(
                                null,
                                new AllocateResource(
                                        NOBODY,
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

    private BadInputWalk changes(BadInputWalk walk) {
        return walk.accepted(RaiseChange.class, _ -> new Situation(null, change()))
                .refused(
                        "CONTRACT_UNKNOWN",
                        _ -> new Situation(null, new RaiseChange(NOBODY, "another gate", "it is too low")))
                .accepted(
                        AssessChange.class,
                        client ->
                                new Situation(client.create(change()), new AssessChange(true, false, false, "a week")))
                .accepted(SettleChange.class, client -> {
                    var id = client.create(change());
                    client.accept(id, new AssessChange(false, false, false, "an hour"));
                    return new Situation(id, new SettleChange("done"));
                })
                .accepted(
                        DropChange.class, client -> new Situation(client.create(change()), new DropChange("no need")));
    }

    private RaiseChange change() {
        return new RaiseChange(signed.get(), "another gate", "it is too low");
    }

    RecordDeviation deviation(String owner) {
        return new RecordDeviation(
                signed.get(), Dimension.QUALITY, "cracks", null, null, "grind them", owner, inDays(9));
    }

    private AllocateResource crane() {
        return new AllocateResource(
                signed.get(), ResourceKind.EQUIPMENT, "crane", BigDecimal.ONE, "piece", null, inDays(-1), inDays(9));
    }

    private static ArrangeSupply arrange() {
        return new ArrangeSupply(1, Supply.STOCK, inDays(20));
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
        client.accept(id, arrange());
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
}
