package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What follows a signed contract: handover, delivery, acceptance, money and the closed project. */
final class Fulfilment {

    private static final Map<String, Object> NOTHING = Map.of();

    private final Services at;
    private final Narrator tell;
    private final UUID contract;
    private final LocalDate today;
    private final String mark;

    /** @param mark what makes the names of this run its own */
    Fulfilment(Services at, Narrator tell, UUID contract, LocalDate today, String mark) {
        this.at = at;
        this.tell = tell;
        this.contract = contract;
        this.today = today;
        this.mark = mark;
    }

    void untilClosed() {
        handover();
        delivery();
        money();
        closure();
    }

    private void handover() {
        tell.chapter("Handover to delivery");
        tell.followed(
                "the handover is initiated",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), "handovers", contract),
                view -> view.path("status").asString("").equals("INITIATED"));
        var handovers = "handovers";
        tell.accepted(
                "the task is entrusted",
                "SALES_MANAGER",
                of(at.delivery(), handovers, contract, "issue-entrustment"),
                Map.of("to", "Zane Levy"));
        for (var item : List.of(
                Map.of("kind", "DOCUMENT", "title", "signed contract"),
                Map.of("kind", "CUSTOMER_INFORMATION", "title", "site and contacts"),
                Map.of("kind", "RISK", "title", "quay is closed in storms"))) {
            tell.accepted(
                    "the package grows", "SALES_REP", of(at.delivery(), handovers, contract, "add-package-item"), item);
        }
        tell.accepted(
                "the package is ready",
                "SALES_REP",
                of(at.delivery(), handovers, contract, "declare-package-ready"),
                NOTHING);
        tell.accepted(
                "a meeting is called",
                "SALES_REP",
                of(at.delivery(), handovers, contract, "schedule-meeting"),
                Map.of("on", today, "mode", "MEETING"));
        tell.accepted(
                "it is held",
                "SALES_REP",
                of(at.delivery(), handovers, contract, "hold"),
                Map.of("minutes", "scope and risks explained", "attendees", List.of("Zane Levy", "Carl Lin")));
        tell.accepted(
                "delivery accepts (G16)",
                "DELIVERY_MANAGER",
                of(at.delivery(), handovers, contract, "accept"),
                NOTHING);
    }

    private void delivery() {
        tell.chapter("Delivery and acceptance");
        tell.followed(
                "the delivery project is created",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), "delivery-projects", contract),
                view -> view.has("status"));
        var projects = "delivery-projects";
        tell.accepted(
                "the team is named",
                "DELIVERY_MANAGER",
                of(at.delivery(), projects, contract, "staff-team"),
                Map.of("manager", "Zane Levy", "members", List.of("Carl Lin")));
        tell.accepted(
                "the plan is baselined",
                "DELIVERY_MANAGER",
                of(at.delivery(), projects, contract, "baseline-plan"),
                Map.of(
                        "milestones",
                        List.of(Map.of("code", "M1", "name", "installed", "plannedOn", today.plusDays(60)))));
        tell.accepted(
                "a milestone is reached",
                "DELIVERY_MANAGER",
                of(at.delivery(), projects, contract, "reach-milestone"),
                Map.of("milestone", "M1"));
        tell.refused(
                "closing comes too early (G21)",
                "DELIVERY_MANAGER",
                of(at.delivery(), "closures", contract, "close-project"),
                NOTHING,
                "ITEMS_OPEN");
        var acceptances = "acceptances";
        tell.followed(
                "the acceptance is opened by the accepted handover",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), acceptances, contract),
                view -> view.has("status"));
        tell.accepted(
                "the comprehensive acceptance is requested",
                "DELIVERY_MANAGER",
                of(at.delivery(), acceptances, contract, "request"),
                Map.of("kind", "COMPREHENSIVE", "qualityStandard", "ISO 4301"));
        tell.accepted(
                "a day is set",
                "DELIVERY_MANAGER",
                of(at.delivery(), acceptances, contract, "schedule"),
                Map.of("on", today));
        tell.accepted(
                "it is inspected",
                "QA",
                of(at.delivery(), acceptances, contract, "record-inspection"),
                Map.of("measured", "all loads within tolerance"));
        tell.accepted(
                "the customer accepts (G19)",
                "DELIVERY_MANAGER",
                of(at.delivery(), acceptances, contract, "decide"),
                Map.of("result", "PASSED", "acceptor", "Petra Vogel"));
    }

    void money() {
        tell.chapter("Money");
        tell.followed(
                "the last instalment is due",
                "FINANCE",
                Services.of(at.contract(), "payment-schedules", contract),
                view -> view.path("instalments")
                        .valueStream()
                        .allMatch(instalment ->
                                !instalment.path("status").asString("PLANNED").equals("PLANNED")));
        var schedules = "payment-schedules";
        var amounts = List.of("36000.00", "84000.00");
        for (int number = 1; number <= amounts.size(); number++) {
            tell.accepted(
                    "an instalment is invoiced",
                    "FINANCE",
                    of(at.contract(), schedules, contract, "issue-invoice"),
                    Map.of("number", number, "invoiceNo", "I-" + mark + "-" + number, "dueOn", today.plusDays(14)));
            tell.accepted(
                    "its money is received",
                    "FINANCE",
                    of(at.contract(), schedules, contract, "record-receipt"),
                    Map.of(
                            "receiptNo",
                            "R-" + mark + "-" + number,
                            "amount",
                            Map.of("amount", amounts.get(number - 1), "currency", "EUR"),
                            "instalment",
                            number));
        }
        tell.followed(
                "a settlement is opened by the acceptance",
                "FINANCE",
                Services.of(at.delivery(), "settlements", contract),
                view -> view.has("status"));
        var settlements = "settlements";
        tell.accepted(
                "the settlement is drafted",
                "FINANCE",
                of(at.delivery(), settlements, contract, "draft"),
                Map.of("amount", Offer.VALUE));
        tell.accepted(
                "the customer confirms it",
                "DELIVERY_MANAGER",
                of(at.delivery(), settlements, contract, "confirm"),
                NOTHING);
        tell.accepted(
                "it is completed (G20)", "FINANCE", of(at.delivery(), settlements, contract, "complete"), NOTHING);
    }

    private void closure() {
        tell.chapter("Closing");
        tell.accepted(
                "the records are filed",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), "archive-records"),
                Map.of(
                        "id", contract,
                        "title", "Harbour Works " + mark,
                        "custodian", "central archive",
                        "transferor", "Zane Levy",
                        "place", "vault 3",
                        "retentionYears", 10,
                        "disposal", "shred"));
        tell.followed(
                "nothing is open any more",
                "DELIVERY_MANAGER",
                Services.of(at.delivery(), "closures", contract),
                view -> view.path("status").asString("").equals("READY"));
        tell.accepted(
                "the project is closed (G21)",
                "DELIVERY_MANAGER",
                of(at.delivery(), "closures", contract, "close-project"),
                NOTHING);
    }

    private static URI of(URI service, String plural, UUID id, String verb) {
        return Services.of(service, plural, id, verb);
    }
}
