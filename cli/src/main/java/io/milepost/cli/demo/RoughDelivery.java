package io.milepost.cli.demo;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a delivery has to get over: a handover that is sent back, goods in two shipments, a point that fails, a change that the contract has to
 * follow; then its end.
 */
final class RoughDelivery {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final String MANAGER = "DELIVERY_MANAGER";
    private static final String ENGINEER = "ENGINEERING";

    private final Services at;
    private final Narrator tell;
    private final DeliveryDesk desk;
    private final LocalDate today;
    private final OneDeal deal;

    /** @param deal whose contract is delivered */
    RoughDelivery(Services at, Narrator tell, OneDeal deal) {
        this.at = at;
        this.tell = tell;
        this.desk = new DeliveryDesk(at, tell);
        this.deal = deal;
        this.today = deal.today();
    }

    void tell() {
        var contract = deal.untilSigned();
        var goods = goods(contract);
        handover(contract, goods);
        plan(contract);
        ship(goods, contract);
        change(contract);
        new DeliveryEnd(at, tell, contract, deal).tell();
    }

    /** What takes long is arranged early. */
    private UUID goods(UUID contract) {
        tell.chapter("Goods are arranged while the handover is prepared");
        tell.followed("the handover is initiated", MANAGER, handovers(contract), view -> view.has("status"));
        var goods = tell.create(
                "what has to be delivered is noted",
                MANAGER,
                Services.of(at.delivery(), "fulfilments"),
                Map.of("contractId", contract, "lines", List.of(Map.of("item", "GTX Pro", "quantity", 24))));
        desk.done("it is produced", MANAGER, "fulfilments", goods, "arrange-supply", supply());
        desk.done("it is ready", ENGINEER, "fulfilments", goods, "mark-supplied", Map.of("line", 1));
        desk.done(
                "time, manner and form are agreed with the customer",
                "SALES_REP",
                "fulfilments",
                goods,
                "agree-delivery-terms",
                Map.of(
                        "on", today.plusDays(60),
                        "manner", "CARRIER",
                        "form", "crates",
                        "place", "Quay 4",
                        "installation", true));
        desk.refused(
                "shipping comes too early, nobody has accepted the handover (decision 30)",
                MANAGER,
                "fulfilments",
                goods,
                "ship-goods",
                shipment("DN 1", 16),
                "HANDOVER_NOT_ACCEPTED");
        return goods;
    }

    private Map<String, Object> supply() {
        return Map.of("line", 1, "supply", "PRODUCTION", "readyBy", today.plusDays(20));
    }

    private static Map<String, Object> shipment(String reference, int quantity) {
        return Map.of("reference", reference, "quantities", List.of(Map.of("line", 1, "quantity", quantity)));
    }

    private void handover(UUID contract, UUID goods) {
        tell.chapter("A handover that is sent back");
        desk.done(
                "the task is entrusted",
                "SALES_MANAGER",
                "handovers",
                contract,
                "issue-entrustment",
                Map.of("to", "Zane Levy"));
        for (var item : List.of(
                Map.of("kind", "DOCUMENT", "title", "signed contract"),
                Map.of("kind", "CUSTOMER_INFORMATION", "title", "site and contacts"),
                Map.of("kind", "RISK", "title", "quay is closed in storms"))) {
            desk.done("the package grows", "SALES_REP", "handovers", contract, "add-package-item", item);
        }
        present(contract);
        desk.done(
                "delivery sends it back with its defects",
                MANAGER,
                "handovers",
                contract,
                "return",
                Map.of("defects", List.of("what was promised about the training is missing")));
        desk.refused(
                "what was sent back is not ready yet",
                "SALES_REP",
                "handovers",
                contract,
                "declare-package-ready",
                NOTHING,
                "PACKAGE_INCOMPLETE");
        desk.done(
                "the promise is added",
                "SALES_REP",
                "handovers",
                contract,
                "add-package-item",
                Map.of("kind", "PROMISE", "title", "twelve operators are trained on site"));
        present(contract);
        desk.done("delivery accepts (G16)", MANAGER, "handovers", contract, "accept", NOTHING);
        desk.done("goods leave", MANAGER, "fulfilments", goods, "ship-goods", shipment("DN 1", 16));
    }

    private void present(UUID contract) {
        desk.done("the package is ready", "SALES_REP", "handovers", contract, "declare-package-ready", NOTHING);
        desk.done(
                "a meeting is called",
                "SALES_REP",
                "handovers",
                contract,
                "schedule-meeting",
                Map.of("on", today, "mode", "MEETING"));
        desk.done(
                "it is held",
                "SALES_REP",
                "handovers",
                contract,
                "hold",
                Map.of("minutes", "scope and risks explained", "attendees", List.of("Zane Levy", "Carl Lin")));
    }

    private void plan(UUID contract) {
        tell.chapter("The plan");
        tell.followed(
                "the delivery project is created",
                MANAGER,
                Services.of(at.delivery(), "delivery-projects", contract),
                view -> view.has("status"));
        desk.done(
                "the team is named",
                MANAGER,
                "delivery-projects",
                contract,
                "staff-team",
                Map.of("manager", "Zane Levy", "members", List.of("Carl Lin")));
        desk.done(
                "the plan is baselined",
                MANAGER,
                "delivery-projects",
                contract,
                "baseline-plan",
                Map.of("milestones", List.of(milestone("INSTALLED", 60), milestone("TRAINED", 80))));
    }

    private Map<String, Object> milestone(String code, int days) {
        return Map.of("code", code, "name", "all of it is " + code, "plannedOn", today.plusDays(days));
    }

    private void ship(UUID goods, UUID contract) {
        tell.chapter("Two shipments, installation, commissioning");
        desk.done(
                "the delivery is suspended, the quay is in dispute",
                MANAGER,
                "delivery-projects",
                contract,
                "suspend-delivery",
                Map.of("cause", "DISPUTE", "reason", "two harbours claim the quay"));
        desk.refused(
                "nothing leaves while it rests",
                MANAGER,
                "fulfilments",
                goods,
                "ship-goods",
                shipment("DN 2", 8),
                "DELIVERY_SUSPENDED");
        desk.done(
                "it goes on",
                MANAGER,
                "delivery-projects",
                contract,
                "resume-delivery",
                Map.of("note", "the quay is theirs"));
        desk.done("the rest leaves", MANAGER, "fulfilments", goods, "ship-goods", shipment("DN 2", 8));
        for (var reference : List.of("DN 1", "DN 2")) {
            desk.done(
                    "a shipment arrives",
                    MANAGER,
                    "fulfilments",
                    goods,
                    "record-arrival",
                    Map.of("reference", reference));
        }
        desk.done(
                "all of it is installed",
                ENGINEER,
                "fulfilments",
                goods,
                "record-installation",
                Map.of("work", "24 cranes bolted to the quay"));
        desk.done(
                "it works",
                ENGINEER,
                "fulfilments",
                goods,
                "record-commissioning",
                Map.of("result", "all cranes lift their load"));
        desk.done(
                "a milestone is reached",
                ENGINEER,
                "delivery-projects",
                contract,
                "reach-milestone",
                Map.of("milestone", "INSTALLED"));
    }

    private void change(UUID contract) {
        tell.chapter("A change that the contract has to follow");
        var change = tell.create(
                "a change is raised",
                ENGINEER,
                Services.of(at.delivery(), "change-requests"),
                Map.of(
                        "contractId", contract,
                        "subject", "training two weeks later",
                        "reason", "the operators are hired in spring"));
        desk.done(
                "it touches a date of the contract",
                MANAGER,
                "change-requests",
                change,
                "assess-change",
                Map.of("price", false, "scope", false, "date", true, "impact", "two weeks"));
        var order = Services.of(at.contract(), "change-orders", change);
        tell.followed("a change order is requested", "SALES_REP", order, view -> view.has("status"));
        tell.accepted(
                "its impact is assessed",
                "SALES_REP",
                URI.create(order + "/assess-impact"),
                Map.of("lines", List.of(), "terms", Map.of("deliveryDeadline", today.plusDays(104))));
        tell.accepted("its reviews are asked for", "SALES_REP", URI.create(order + "/submit-change"), NOTHING);
        var waiting = tell.followed("it waits for its reviews", "SALES_REP", order, view -> view.has("openReviews"));
        for (var review : waiting.path("openReviews")) {
            var asked = review.asString();
            tell.accepted(
                    "a department passes it",
                    reviewer(asked),
                    URI.create(order + "/decide-change"),
                    Map.of("review", asked, "passed", true));
        }
        var sign = URI.create(order + "/sign-change");
        tell.accepted("we sign", "SALES_MANAGER", sign, Map.of("party", "SELLER"));
        tell.accepted("the customer signs, which legal notes", "LEGAL", sign, Map.of("party", "CUSTOMER"));
        tell.followed(
                "the plan of the delivery follows the contract",
                MANAGER,
                Services.of(at.delivery(), "delivery-projects", contract),
                view -> view.path("milestones")
                        .valueStream()
                        .anyMatch(one -> !one.path("movedBy").isEmpty()));
        tell.followed(
                "the change is known to be applied",
                MANAGER,
                Services.of(at.delivery(), "change-requests", change),
                view -> view.path("status").asString("").equals("APPLIED"));
    }

    private static String reviewer(String review) {
        return switch (review) {
            case "LEGAL", "FINANCE" -> review;
            case "TECHNICAL" -> ENGINEER;
            case String _ -> "SALES_MANAGER";
        };
    }

    private URI handovers(UUID contract) {
        return Services.of(at.delivery(), "handovers", contract);
    }
}
