package io.milepost.delivery;

import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A handover that is due in two days and one that is due in two weeks, on parts of their own. */
class ComingHandoverIT {
    private static SuiteParts parts;
    private static RunningService service;
    private static OtherServices deals;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(parts, DeliveryHandoverServiceApplication.class, "delivery", List.of(HANDOVER));
        deals = new OtherServices(service);
    }

    @AfterAll
    static void stop() {
        deals.close();
        service.close();
        parts.close();
    }

    @Test
    @DisplayName("R-143, domain 3.8: whoever sold it is told of the handover that is due soon, once, and of no other")
    void the_seller_is_told_of_what_is_due_soon() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var later = UUID.randomUUID();
        deals.sign(later, later, "QUOTATION", "kim", today.toString());
        var soon = UUID.randomUUID();
        deals.sign(soon, soon, "QUOTATION", "kim", today.minusDays(12).toString());
        deals.again();
        await("it is told").atMost(Duration.ofSeconds(30)).until(() -> told().contains(soon + " handover-due"));
        service.settledHead();
        assertThat(told()).containsExactly(soon + " handover-due");
        assertThat(service.client().read("handovers", later).path("overdue").asBoolean())
                .as("it is there, and nobody was told of it")
                .isFalse();
    }

    private static List<String> told() {
        return service.client()
                .get("/v1/notices?for=kim")
                .json()
                .path("items")
                .valueStream()
                .map(notice -> notice.path("subject").asString() + " "
                        + notice.path("kind").asString())
                .toList();
    }
}
