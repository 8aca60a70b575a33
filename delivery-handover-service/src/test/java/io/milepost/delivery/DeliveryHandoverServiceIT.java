package io.milepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.testkit.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service decides nothing yet, but it stands: ready, with its log, topic and documents. */
class DeliveryHandoverServiceIT {

    @Test
    void stands_ready_and_again_after_a_restart() {
        try (var service = RunningService.start(DeliveryHandoverServiceApplication.class, "delivery", List.of())) {
            assertReady(service);
            service.restart();
            assertReady(service);
        }
    }

    private static void assertReady(RunningService service) {
        assertThat(service.head()).isZero();
        assertThat(service.client().get("/actuator/health/readiness").text()).contains("\"UP\"");
        assertThat(service.client().get("/openapi.json").status()).isEqualTo(200);
        assertThat(service.client().get("/v1/handovers").status()).isEqualTo(404);
    }
}
