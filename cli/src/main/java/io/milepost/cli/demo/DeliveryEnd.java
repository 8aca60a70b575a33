package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * How a delivery ends: a point that fails, the accepted whole, the settlement, a closing that is blocked twice; then two return visits and a case
 * that becomes a lead.
 */
final class DeliveryEnd {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final String MANAGER = "DELIVERY_MANAGER";
    private static final String ENGINEER = "ENGINEERING";

    private final Services at;
    private final Narrator tell;
    private final DeliveryDesk desk;
    private final UUID contract;
    private final OneDeal deal;
    private final LocalDate today;

    DeliveryEnd(Services at, Narrator tell, UUID contract, OneDeal deal) {
        this.at = at;
        this.tell = tell;
        this.desk = new DeliveryDesk(at, tell);
        this.contract = contract;
        this.deal = deal;
        this.today = deal.today();
    }

    void tell() {
        acceptance();
        new Fulfilment(at, tell, contract, today, deal.mark()).money();
        closing();
        var account = visits();
        aCase(account);
    }

    private void acceptance() {
        tell.chapter("A point that fails, and the whole");
        tell.followed(
                "the acceptance is open",
                MANAGER,
                Services.of(at.delivery(), "acceptances", contract),
                view -> view.has("status"));
        var point = UUID.randomUUID();
        desk.done(
                "a single point is requested",
                MANAGER,
                "acceptances",
                contract,
                "request",
                Map.of("point", point, "kind", "SINGLE_POINT", "item", "crane 7"));
        inspect(Map.of("point", point), "swings too far");
        desk.done(
                "the customer does not accept it (G18)",
                MANAGER,
                "acceptances",
                contract,
                "decide",
                Map.of(
                        "point",
                        point,
                        "result",
                        "FAILED",
                        "acceptor",
                        "Petra Vogel",
                        "remarks",
                        "swings over the rails"));
        desk.refused(
                "the whole is not accepted before its points",
                MANAGER,
                "acceptances",
                contract,
                "request",
                Map.of("kind", "COMPREHENSIVE"),
                "SINGLE_POINTS_OPEN");
        desk.done(
                "it is put right", ENGINEER, "acceptances", contract, "complete-rectification", Map.of("point", point));
        inspect(Map.of("point", point), "stops in time");
        desk.done(
                "the customer accepts it",
                MANAGER,
                "acceptances",
                contract,
                "decide",
                Map.of("point", point, "result", "PASSED", "acceptor", "Petra Vogel"));
        desk.done(
                "the whole is requested", MANAGER, "acceptances", contract, "request", Map.of("kind", "COMPREHENSIVE"));
        inspect(Map.of(), "all loads within tolerance");
        desk.refused(
                "one of ours does not accept for the customer",
                MANAGER,
                "acceptances",
                contract,
                "decide",
                Map.of("result", "PASSED", "acceptor", "Zane Levy"),
                "ACCEPTOR_OURS");
        desk.done(
                "the customer accepts the whole (G19)",
                MANAGER,
                "acceptances",
                contract,
                "decide",
                Map.of("result", "PASSED", "acceptor", "Petra Vogel"));
        desk.done("the customer gets the report", MANAGER, "acceptances", contract, "issue-report", NOTHING);
        desk.refused(
                "closing comes too early (G21)", MANAGER, "closures", contract, "close-project", NOTHING, "ITEMS_OPEN");
    }

    private void inspect(Map<String, Object> point, String measured) {
        desk.done("a day is set", MANAGER, "acceptances", contract, "schedule", with(point, "on", today));
        desk.done(
                "it is inspected",
                "QA",
                "acceptances",
                contract,
                "record-inspection",
                with(point, "measured", measured));
    }

    private static Map<String, Object> with(Map<String, Object> point, String name, Object value) {
        var body = new TreeMap<>(point);
        body.put(name, value);
        return body;
    }

    private void closing() {
        tell.chapter("A closing that is blocked");
        tell.accepted(
                "the records are filed",
                MANAGER,
                Services.of(at.delivery(), "archive-records"),
                Map.of(
                        "id", contract,
                        "title", "Harbour Works " + deal.mark(),
                        "custodian", "central archive",
                        "transferor", "Zane Levy",
                        "place", "vault 3",
                        "retentionYears", 10,
                        "disposal", "shred"));
        tell.followed(
                "no item is open any more",
                MANAGER,
                Services.of(at.delivery(), "closures", contract),
                view -> view.path("status").asString("").equals("READY"));
        desk.refused(
                "a milestone is not reached (R-184)",
                MANAGER,
                "closures",
                contract,
                "close-project",
                NOTHING,
                "DELIVERY_UNFINISHED");
        desk.done(
                "quality assurance lets that go, on record",
                "QA",
                "closures",
                contract,
                "waive-item",
                Map.of("item", "DELIVERY", "reason", "the customer trains the operators himself"));
        desk.done("the project is closed (G21)", MANAGER, "closures", contract, "close-project", NOTHING);
        tell.followed(
                "the delivery project is closed as well",
                MANAGER,
                Services.of(at.delivery(), "delivery-projects", contract),
                view -> view.path("status").asString("").equals("CLOSED"));
    }

    /** The first two of those that were planned by themselves; the account is theirs. */
    private UUID visits() {
        tell.chapter("Two return visits");
        var planned = tell.followed(
                        "return visits are planned by the acceptance",
                        "SALES_REP",
                        URI.create(at.delivery() + "/v1/care-visits?contractId=eq:" + contract),
                        page -> page.path("items").size() == 4)
                .path("items")
                .valueStream()
                .sorted(Comparator.comparing(
                        (JsonNode visit) -> visit.path("on").asString()))
                .toList();
        for (int number = 0; number < 2; number++) {
            desk.done(
                    "a visit takes place early",
                    "SALES_REP",
                    "care-visits",
                    UUID.fromString(planned.get(number).path("id").asString()),
                    "record-visit",
                    Map.of("means", number == 0 ? "PHONE" : "VISIT", "satisfaction", 4 + number));
        }
        return UUID.fromString(planned.getFirst().path("accountId").asString());
    }

    private void aCase(UUID account) {
        tell.chapter("A case that becomes a lead");
        var problem = tell.create(
                "the customer reports a problem",
                "SALES_REP",
                Services.of(at.delivery(), "service-cases"),
                Map.of(
                        "accountId",
                        account,
                        "contractId",
                        contract,
                        "kind",
                        "PROBLEM",
                        "urgency",
                        "HIGH",
                        "subject",
                        "crane 7 stops",
                        "report",
                        "it stops at noon",
                        "owner",
                        deal.owner()));
        var cases = "service-cases";
        desk.done("it is assigned", MANAGER, cases, problem, "assign-case", Map.of("assignee", "Carl Lin"));
        desk.done("somebody begins to work on it", ENGINEER, cases, problem, "start-case", NOTHING);
        desk.done("it is solved", ENGINEER, cases, problem, "resolve-case", Map.of("solution", "a fuse is replaced"));
        desk.done("the customer confirms it", "SALES_REP", cases, problem, "confirm-case", Map.of("satisfaction", 5));
        desk.done(
                "a new need is noticed",
                ENGINEER,
                cases,
                problem,
                "note-case-need",
                Map.of("need", "two more cranes for quay 5"));
        tell.followed(
                "it is a lead",
                "SALES_REP",
                URI.create("%s/v1/leads?accountId=eq:%s&channel=eq:AFTER_SALES".formatted(at.lead(), account)),
                page -> page.path("items").size() == 1);
    }
}
