package io.milepost.delivery;

import static io.milepost.delivery.ClosingSituations.DRAFT;
import static io.milepost.delivery.ClosingSituations.FILE;
import static io.milepost.delivery.ClosingSituations.WHOLE;
import static io.milepost.delivery.DeliverySituations.HOLD;
import static io.milepost.delivery.DeliverySituations.LETTER;
import static io.milepost.delivery.DeliverySituations.MEETING;
import static io.milepost.delivery.DeliverySituations.PLAN;
import static io.milepost.delivery.DeliverySituations.REACH;
import static io.milepost.delivery.DeliverySituations.RETURN;
import static io.milepost.delivery.DeliverySituations.SLIP;
import static io.milepost.delivery.DeliverySituations.TEAM;
import static io.milepost.delivery.DeliverySituations.item;
import static io.milepost.delivery.acceptance.AcceptanceMessages.ACCEPTANCE;
import static io.milepost.delivery.archiverecord.ArchiveRecordMessages.ARCHIVE_RECORD;
import static io.milepost.delivery.closure.ClosureMessages.CLOSURE;
import static io.milepost.delivery.deliveryproject.DeliveryProjectMessages.DELIVERY_PROJECT;
import static io.milepost.delivery.handover.HandoverMessages.HANDOVER;
import static io.milepost.delivery.settlement.SettlementMessages.SETTLEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.delivery.acceptance.domain.AcceptanceCommand.DecideAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.RecordInspection;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.RequestAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.ScheduleAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceKind;
import io.milepost.delivery.acceptance.domain.AcceptanceResult;
import io.milepost.delivery.closure.domain.ClosureCommand.CloseProject;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.CompleteDelivery;
import io.milepost.delivery.handover.domain.HandoverCommand.AcceptHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.DeclarePackageReady;
import io.milepost.delivery.handover.domain.ItemKind;
import io.milepost.delivery.settlement.domain.SettlementCommand.CompleteSettlement;
import io.milepost.delivery.settlement.domain.SettlementCommand.ConfirmSettlement;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.RunningService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The whole service on embedded parts: from the signed contract on, redeliveries, a restart, every wrong request. */
class DeliveryHandoverServiceIT {
    private static RunningService service;
    private static Topics contracts;
    private static long position;
    private static long quiet;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                DeliveryHandoverServiceApplication.class,
                "delivery",
                List.of(HANDOVER, DELIVERY_PROJECT, ACCEPTANCE, SETTLEMENT, CLOSURE, ARCHIVE_RECORD));
        contracts = service.topics("contract").create();
    }

    @AfterAll
    static void stop() {
        contracts.close();
        service.close();
    }

    @Test
    @DisplayName(
            "R-143 to R-152, G16: a signed contract is handed over late, returned, made good, accepted and then delivered")
    void a_signed_contract_is_handed_over_and_delivered() {
        var contract = signed("QUOTATION");
        assertThat(service.client().read("handovers", contract).path("dueOn").asString())
                .isEqualTo("2026-01-15");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.client()
                        .read("handovers", contract)
                        .path("overdue")
                        .asBoolean());
        service.client().accept(contract, LETTER);
        var early = service.client().send(contract, new DeclarePackageReady(), Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.json().path("code").asString()).isEqualTo("PACKAGE_INCOMPLETE");

        for (var kind : List.of(ItemKind.DOCUMENT, ItemKind.CUSTOMER_INFORMATION, ItemKind.RISK)) {
            service.client().accept(contract, item(kind));
        }
        present(contract);
        service.client().accept(contract, RETURN);
        assertThat(status("handovers", contract)).isEqualTo("RETURNED");
        assertThat(service.client().send(contract, TEAM, Map.of()).status())
                .as("decision 30: no delivery before the handover is accepted")
                .isEqualTo(404);

        service.client().accept(contract, item(ItemKind.PROMISE));
        present(contract);
        service.client().accept(contract, new AcceptHandover(null));
        assertThat(status("handovers", contract)).isEqualTo("ACCEPTED");
        assertThat(history("handovers", contract))
                .containsSubsequence(
                        "handover.initiated",
                        "handover.overdue",
                        "handover.package-incomplete-flagged",
                        "handover.returned",
                        "handover.accepted");
        deliver(contract);
    }

    private static void deliver(UUID contract) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("delivery-projects", contract).equals("CREATED"));
        for (var command : List.of(TEAM, PLAN, SLIP, REACH, new CompleteDelivery())) {
            service.client().accept(contract, command);
        }
        var milestone = service.client()
                .read("delivery-projects", contract)
                .path("milestones")
                .get(0);
        assertThat(milestone.path("plannedOn").asString()).isEqualTo("2026-03-02");
        assertThat(milestone.path("expectedOn").asString()).isEqualTo("2026-03-03");
        assertThat(milestone.path("reachedOn").asString()).isEqualTo("2026-03-04");
        assertThat(status("delivery-projects", contract)).isEqualTo("COMPLETED");
        assertThat(history("delivery-projects", contract)).containsOnlyOnce("delivery-project.created");
    }

    @Test
    @DisplayName(
            "R-157 to R-162, R-183, R-184, G18 to G21: accepted point by point and as a whole, settled, filed, closed")
    void a_delivered_contract_is_accepted_settled_and_closed() {
        var client = service.client();
        var contract = accepted();
        var hall = new RequestAcceptance(contract, AcceptanceKind.SINGLE_POINT, "Hall A", "ISO 9001");
        client.accept(contract, hall);
        assertThat(codeOf(contract, WHOLE)).isEqualTo("SINGLE_POINTS_OPEN");
        for (var about : Arrays.asList(contract, null)) {
            client.accept(contract, about == null ? WHOLE : hall);
            client.accept(contract, new ScheduleAcceptance(about, LocalDate.parse("2026-03-02")));
            client.accept(contract, new RecordInspection(about, "0.02 mm", null));
            assertThat(status("settlements", contract)).isEmpty();
            client.accept(contract, new DecideAcceptance(about, AcceptanceResult.PASSED, null, null));
        }
        ClosingSituations.there(client, "settlements", contract);
        List.of(DRAFT, new ConfirmSettlement(), new CompleteSettlement())
                .forEach(command -> client.accept(contract, command));
        assertThat(codeOf(contract, new CloseProject())).isEqualTo("ITEMS_OPEN");
        client.create(contract, FILE);
        contracts.publish("first", ++position, contract, "payment-schedule.fully-collected", """
                {"contractId": "%s", "value": {"amount": "4514.00", "currency": "USD"}, "on": "2026-03-02"}
                """.formatted(contract));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("closures", contract).equals("READY"));
        client.accept(contract, new CloseProject());
        assertThat(history("closures", contract))
                .containsSubsequence("closure.opened", "closure.blocked", "closure.project-closed")
                .containsOnlyOnce("closure.project-closed");
    }

    @Test
    @DisplayName("R-143: a signature that is delivered again, of a migrated contract too, is one handover")
    void a_signature_that_is_delivered_again_changes_nothing() {
        var contract = UUID.randomUUID();
        publish(contract, "MIGRATED");
        republish(contract, "MIGRATED");
        var after = signed("QUOTATION");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("handovers", contract).equals("INITIATED"));
        assertThat(history("handovers", contract)).containsOnlyOnce("handover.initiated");
        assertThat(service.client().read("handovers", contract).path("migrated").asBoolean())
                .isTrue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> history("handovers", after).contains("handover.overdue"));
        assertThat(history("handovers", contract)).doesNotContain("handover.overdue");
    }

    @Test
    void a_restart_forgets_nothing_and_goes_on_listening() {
        var contract = signed("MIGRATED");
        var before = service.client().read("handovers", contract);

        service.restart();

        assertThat(service.client().read("handovers", contract)).isEqualTo(before);
        signed("MIGRATED");
    }

    @Test
    void every_wrong_request_has_its_own_answer_and_leaves_no_trace() {
        var walk = new BadInputWalk(service.client(), DeliveryHandoverServiceIT::quietHead);
        new DeliverySituations(() -> signed("MIGRATED"), DeliveryHandoverServiceIT::accepted).in(walk);
        new ClosingSituations(() -> signed("MIGRATED"), DeliveryHandoverServiceIT::accepted).in(walk);
        walk.check();
    }

    /** The head once what follows by itself has followed: an automation answers a good request a moment later than the service. */
    private static long quietHead() {
        if (service.head() != quiet) {
            var last = new AtomicLong(-1);
            await().during(Duration.ofMillis(200)).until(() -> {
                quiet = service.head();
                return last.getAndSet(quiet) == quiet;
            });
        }
        return quiet;
    }

    private static void present(UUID contract) {
        service.client().accept(contract, new DeclarePackageReady());
        service.client().accept(contract, MEETING);
        service.client().accept(contract, HOLD);
    }

    private static UUID signed(String basis) {
        var contract = UUID.randomUUID();
        publish(contract, basis);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("handovers", contract).equals("INITIATED"));
        return ClosingSituations.there(service.client(), "closures", contract);
    }

    private static UUID accepted() {
        var contract = signed("MIGRATED");
        service.client().accept(contract, LETTER);
        for (var kind : List.of(ItemKind.DOCUMENT, ItemKind.CUSTOMER_INFORMATION, ItemKind.RISK)) {
            service.client().accept(contract, item(kind));
        }
        present(contract);
        service.client().accept(contract, new AcceptHandover(null));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("delivery-projects", contract).equals("CREATED"));
        return ClosingSituations.there(service.client(), "acceptances", contract);
    }

    private static String codeOf(UUID contract, Record refused) {
        return service.client()
                .send(contract, refused, Map.of())
                .json()
                .path("code")
                .asString();
    }

    private static String status(String plural, UUID id) {
        var answer = service.client().get("/v1/" + plural + "/" + id);
        return answer.status() == 200 ? answer.json().path("status").asString() : "";
    }

    private static String history(String plural, UUID id) {
        return service.client().get("/v1/" + plural + "/" + id + "/history").text();
    }

    private static void publish(UUID contract, String basis) {
        position++;
        republish(contract, basis);
    }

    private static void republish(UUID contract, String basis) {
        contracts.publish("first", position, contract, "contract.signed", """
                {"opportunityId": "%s", "accountId": "%s", "owner": "kim", "basis": "%s",
                 "value": {"amount": "4514.00", "currency": "USD"}, "signedOn": "2026-01-01"}
                """.formatted(contract, contract, basis));
    }
}
