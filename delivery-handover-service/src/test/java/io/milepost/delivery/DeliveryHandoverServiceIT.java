package io.milepost.delivery;

import static io.milepost.delivery.ClosingSituations.DRAFT;
import static io.milepost.delivery.ClosingSituations.FILE;
import static io.milepost.delivery.ClosingSituations.WHOLE;
import static io.milepost.delivery.DeliverySituations.LETTER;
import static io.milepost.delivery.DeliverySituations.PLAN;
import static io.milepost.delivery.DeliverySituations.REACH;
import static io.milepost.delivery.DeliverySituations.REPLAN;
import static io.milepost.delivery.DeliverySituations.RETURN;
import static io.milepost.delivery.DeliverySituations.SLIP;
import static io.milepost.delivery.DeliverySituations.TEAM;
import static io.milepost.delivery.DeliverySituations.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.salesclosure.SalesClosure.*;
import io.milepost.delivery.settlement.Settlement.CompleteSettlement;
import io.milepost.delivery.settlement.Settlement.ConfirmSettlement;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SurfaceWalk;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The whole service on embedded parts: from the signed contract on, redeliveries, a restart, every wrong request. */
class DeliveryHandoverServiceIT {
    private static RunningService service;
    private static OtherServices deals;
    private static Steps at;

    @BeforeAll
    static void start() {
        service = RunningService.start(DeliveryHandoverServiceApplication.class, "delivery", CatalogueTest.COMMANDED);
        deals = new OtherServices(service);
        at = new Steps(service, deals);
    }

    @AfterAll
    static void stop() {
        deals.close();
        service.close();
    }

    @Test
    @DisplayName("R-143 to R-152, G16: a signed contract is handed over late, returned, made good, accepted and then"
            + " delivered")
    void a_signed_contract_is_handed_over_and_delivered() {
        var contract = at.signed("QUOTATION");
        assertThat(service.client().read("handovers", contract).path("dueOn").asString())
                .isEqualTo("2026-01-15");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.client()
                        .read("handovers", contract)
                        .path("overdue")
                        .asBoolean());
        awaitNotice("kim", contract, "handover-overdue");
        service.client().accept(contract, LETTER);
        var early = service.client().send(contract, new DeclarePackageReady(), Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.json().path("code").asString()).isEqualTo("PACKAGE_INCOMPLETE");

        for (var kind : List.of(ItemKind.DOCUMENT, ItemKind.CUSTOMER_INFORMATION, ItemKind.RISK)) {
            service.client().accept(contract, item(kind));
        }
        at.present(contract);
        service.client().accept(contract, RETURN);
        assertThat(at.status("handovers", contract)).isEqualTo("RETURNED");
        awaitNotice("kim", contract, "handover-returned");
        assertThat(service.client().send(contract, TEAM, Map.of()).status())
                .as("decision 30: no delivery before the handover is accepted")
                .isEqualTo(404);

        service.client().accept(contract, item(ItemKind.PROMISE));
        at.present(contract);
        service.client().accept(contract, new AcceptHandover(null));
        assertThat(at.status("handovers", contract)).isEqualTo("ACCEPTED");
        assertThat(at.history("handovers", contract))
                .containsSubsequence(
                        "handover.initiated",
                        "handover.overdue",
                        "handover.package-incomplete-flagged",
                        "handover.returned",
                        "handover.accepted");
        deliver(contract);
    }

    private static void awaitNotice(String member, UUID contract, String kind) {
        await("it is told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> service.client()
                        .get("/v1/notices?for=%s&subject=eq:%s".formatted(member, contract))
                        .text()
                        .contains(kind));
    }

    private static void deliver(UUID contract) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> at.status("delivery-projects", contract).equals("CREATED"));
        for (var command : List.of(TEAM, PLAN, SLIP, REPLAN, REACH, new CompleteDelivery())) {
            service.client().accept(contract, command);
        }
        var milestone = service.client()
                .read("delivery-projects", contract)
                .path("milestones")
                .get(0);
        assertThat(milestone.path("plannedOn").asString()).isEqualTo("2026-03-02");
        assertThat(milestone.path("expectedOn").asString()).isEqualTo("2026-03-05");
        assertThat(LocalDate.parse(milestone.path("reachedOn").asString()))
                .isBetween(LocalDate.now(ZoneOffset.UTC).minusDays(1), LocalDate.now(ZoneOffset.UTC));
        assertThat(at.status("delivery-projects", contract)).isEqualTo("PENDING_ACCEPTANCE");
        assertThat(at.history("delivery-projects", contract)).containsOnlyOnce("delivery-project.created");
    }

    @Test
    @DisplayName("R-138: an amended contract moves the plan of its delivery and adds to it, once, also when it is told"
            + " twice")
    void the_plan_follows_an_amended_contract() {
        var contract = at.accepted();
        service.client().accept(contract, TEAM);
        service.client().accept(contract, PLAN);
        deals.amended(contract, "2026-03-31", "2026-04-10");
        await("the plan follows")
                .atMost(Duration.ofSeconds(30))
                .until(() -> milestones(contract)
                        .equals("INSTALLED 2026-03-12 by [1], AMENDMENT-1-LINE-2 2026-04-10 by []"));
        deals.again();
        service.settledHead();
        assertThat(at.history("delivery-projects", contract)).containsOnlyOnce("delivery-project.plan-rebaselined");
    }

    private static String milestones(UUID contract) {
        return service.client()
                .read("delivery-projects", contract)
                .path("milestones")
                .valueStream()
                .map(one -> "%s %s by %s"
                        .formatted(
                                one.path("code").asString(),
                                one.path("expectedOn").asString(),
                                one.path("movedBy")))
                .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName(
            "R-157 to R-162, R-183, R-184, G18 to G21: accepted point by point and as a whole, settled, filed, closed")
    void a_delivered_contract_is_accepted_settled_and_closed() {
        var client = service.client();
        var contract = at.accepted();
        var hall = new RequestAcceptance(contract, AcceptanceKind.SINGLE_POINT, "Hall A", "ISO 9001");
        client.accept(contract, hall);
        assertThat(at.codeOf(contract, WHOLE)).isEqualTo("SINGLE_POINTS_OPEN");
        for (var about : Arrays.asList(contract, null)) {
            client.accept(contract, about == null ? WHOLE : hall);
            client.accept(contract, new ScheduleAcceptance(about, LocalDate.parse("2026-03-02")));
            client.accept(contract, new RecordInspection(about, "0.02 mm", null));
            assertThat(at.status("settlements", contract)).isEmpty();
            client.accept(contract, new DecideAcceptance(about, AcceptanceResult.PASSED, "Jane Roe", null, null));
        }
        ClosingSituations.there(client, "settlements", contract);
        List.of(DRAFT, new ConfirmSettlement(5, "well done"), new CompleteSettlement())
                .forEach(command -> client.accept(contract, command));
        // What is open changes the record: the settlement's item is ticked first.
        await().until(() -> at.history("closures", contract).contains("\"item\":\"SETTLEMENT\""));
        assertThat(at.codeOf(contract, new CloseProject())).isEqualTo("ITEMS_OPEN");
        assertThat(at.codeOf(contract, new CloseProject())).isEqualTo("ITEMS_OPEN");
        awaitNotice("kim", contract, "closure-blocked");
        client.create(contract, FILE);
        deals.collected(contract);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> at.status("closures", contract).equals("READY"));
        client.accept(contract, new CloseProject());
        assertThat(at.history("closures", contract))
                .containsSubsequence("closure.opened", "closure.blocked", "closure.project-closed")
                .containsOnlyOnce("closure.blocked")
                .containsOnlyOnce("closure.project-closed");
        reopened(contract);
    }

    /** R-142, decision 44: collected money goes back after the close, and comes again. */
    private static void reopened(UUID contract) {
        await("domain 3.4: the delivery project is closed as well")
                .atMost(Duration.ofSeconds(30))
                .until(() -> at.status("delivery-projects", contract).equals("CLOSED"));
        deals.collectionReopened(contract);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> at.history("closures", contract).contains("closure.item-reopened-after-close"));
        assertThat(at.status("closures", contract)).isEqualTo("CLOSED");
        deals.collected(contract);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        service.client().read("closures", contract).path("open").isEmpty());
        await("R-185: the timer")
                .atMost(Duration.ofSeconds(30))
                .until(() -> at.status("archive-records", contract).equals("EXPIRED"));
    }

    @Test
    @DisplayName(
            "R-177 to R-184, G21, decision 43: a strategic deal asks for more, whichever service is heard of first")
    void a_strategic_deal_asks_for_more() {
        var client = service.client();
        var opportunity = UUID.randomUUID();
        var dealFirst = UUID.randomUUID();
        deals.won(opportunity, dealFirst);
        ClosingSituations.there(client, "sales-closures", opportunity);
        deals.sign(dealFirst, opportunity, "MIGRATED");
        at.awaitItems(dealFirst, 10);
        at.awaitItems(at.strategic(), 10);
        at.awaitItems(at.signed("MIGRATED"), 4);

        assertThat(at.codeOf(opportunity, new CloseSalesProject())).isEqualTo("ITEMS_OPEN");
        ClosingSituations.sell(client, opportunity);
        client.accept(opportunity, new CloseSalesProject());
        assertThat(at.history("sales-closures", opportunity))
                .containsSubsequence(
                        "sales-closure.opened",
                        "sales-closure.blocked",
                        "sales-closure.archive-done",
                        "sales-closure.project-closed")
                .doesNotContain("sales-closure.item-waived");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> at.history("sales-closures", opportunity).contains("sales-closure.contract-confirmed"));
        assertThat(at.history("closures", dealFirst)).containsOnlyOnce("closure.items-added");
        await("R-179: what was learned is found by a word of it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get("/v1/lessons?text=has:PILOT&projectId=eq:" + opportunity)
                        .text()
                        .contains("convinced them"));
    }

    @Test
    @DisplayName("R-143: a signature that is delivered again, of a migrated contract too, is one handover")
    void a_signature_that_is_delivered_again_changes_nothing() {
        var contract = UUID.randomUUID();
        deals.sign(contract, contract, "MIGRATED");
        deals.again();
        var after = at.signed("QUOTATION");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> at.status("handovers", contract).equals("INITIATED"));
        assertThat(at.history("handovers", contract)).containsOnlyOnce("handover.initiated");
        assertThat(service.client().read("handovers", contract).path("migrated").asBoolean())
                .isTrue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> at.history("handovers", after).contains("handover.overdue"));
        assertThat(at.history("handovers", contract)).doesNotContain("handover.overdue");
    }

    @Test
    void a_restart_forgets_nothing_and_goes_on_listening() {
        var contract = at.signed("MIGRATED");
        var before = service.client().read("handovers", contract);

        service.restart();

        assertThat(service.client().read("handovers", contract)).isEqualTo(before);
        at.signed("MIGRATED");
    }

    @Test
    void every_example_of_the_document_is_taken_as_sent() {
        situations().checkExamples();
    }

    @Test
    void nothing_is_there_but_what_the_document_says() {
        SurfaceWalk.check(service);
    }

    @Test
    void every_wrong_request_has_its_own_answer_and_leaves_no_trace() {
        situations().check();
    }

    private static BadInputWalk situations() {
        var walk = new BadInputWalk(service.client(), service::quietHead);
        new DeliverySituations(() -> at.signed("MIGRATED"), at::accepted).in(walk);
        new ClosingSituations(() -> at.signed("MIGRATED"), at::accepted, at::strategic, at::lost).in(walk);
        new ExecutionSituations(() -> at.signed("MIGRATED")).in(walk);
        AfterSalesSituations.in(walk);
        return walk;
    }
}
