package io.milepost.delivery;

import static io.milepost.delivery.DeliverySituations.LETTER;
import static io.milepost.delivery.DeliverySituations.item;
import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.CONTRACT_COPY;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A delivery waits for the advance of its contract, on parts of its own. */
class HeldDeliveryIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static SuiteParts parts;
    private static RunningService service;
    private static OtherServices deals;
    private static Steps at;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(
                parts, DeliveryHandoverServiceApplication.class, "delivery", List.of(HANDOVER, CONTRACT_COPY));
        deals = new OtherServices(service);
        at = new Steps(service, deals);
    }

    @AfterAll
    static void stop() {
        deals.close();
        service.close();
        parts.close();
    }

    @Test
    @DisplayName(
            "G15, decision 30: a missed advance holds the handover and is told once, also when it is heard twice; once"
                    + " it is paid the work goes on")
    void a_delivery_waits_for_the_advance() {
        var client = service.client();
        var contract = at.signed("QUOTATION");
        client.accept(contract, LETTER);
        for (var kind : List.of(ItemKind.DOCUMENT, ItemKind.CUSTOMER_INFORMATION, ItemKind.RISK)) {
            client.accept(contract, item(kind));
        }
        at.present(contract);
        deals.advanceMissed(contract);
        deals.again();
        await().atMost(SOON).until(() -> isHeld(contract));
        assertThat(at.codeOf(contract, new AcceptHandover(null))).isEqualTo("ADVANCE_MISSED");
        await("it is told").atMost(SOON).until(() -> told(contract).contains("delivery-on-hold"));

        deals.holdLifted(contract);
        await().atMost(SOON).until(() -> !isHeld(contract));
        client.accept(contract, new AcceptHandover(null));
        assertThat(at.status("handovers", contract)).isEqualTo("ACCEPTED");
        assertThat(at.history("contract-copies", contract))
                .containsOnlyOnce("contract-copy.hold-noted")
                .containsOnlyOnce("contract-copy.release-noted");
        assertThat(told(contract)).containsOnlyOnce("delivery-on-hold");
    }

    private static boolean isHeld(UUID contract) {
        return service.client().read("contract-copies", contract).path("held").asBoolean();
    }

    private static String told(UUID contract) {
        return service.client()
                .get("/v1/notices?for=kim&subject=eq:" + contract)
                .json()
                .path("items")
                .valueStream()
                .map(notice -> notice.path("kind").asString())
                .toList()
                .toString();
    }
}
