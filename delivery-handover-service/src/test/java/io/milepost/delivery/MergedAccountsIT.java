package io.milepost.delivery;

import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_CASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicecase.ServiceCase.OpenCase;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of after-sales work whose customer's account is merged into another one in lead-service. */
class MergedAccountsIT {
    /** Its own: on a topic that others speak on, too, a second epoch stops whoever listens. */
    private static SuiteParts parts;

    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(
                parts, DeliveryHandoverServiceApplication.class, "delivery", List.of(SERVICE_CASE));
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
        parts.close();
    }

    @Test
    @DisplayName("R-019: a case of a merged account is shown and found as the surviving one's, and goes back")
    void cases_follow_a_merge() {
        var old = UUID.randomUUID();
        var survivor = UUID.randomUUID();
        var opened = client.create(problem(old));
        try (var topics = service.topics("lead").create()) {
            topics.publish("merges", 1, old, "account.merged", """
                    {"into": "%s", "reason": "the same company"}""".formatted(survivor));
            await().until(() -> accountOf(opened).equals(survivor.toString()));

            assertThat(client.read("service-cases", opened)
                            .path("mergedAccountId")
                            .asString())
                    .isEqualTo(old.toString());
            await().until(() -> client.get("/v1/service-cases?accountId=eq:" + survivor)
                    .text()
                    .contains(opened.toString()));
            var refused = client.send(null, problem(old), Map.of());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("code").asString()).isEqualTo("ACCOUNT_MERGED");
            assertThat(accountOf(client.create(problem(survivor)))).isEqualTo(survivor.toString());

            topics.publish("merges", 2, old, "account.unmerged", """
                    {"from": "%s", "reason": "two companies"}""".formatted(survivor));
            await().until(() -> accountOf(opened).equals(old.toString()));
            client.create(problem(old));
        }
    }

    private static OpenCase problem(UUID account) {
        return new OpenCase(account, null, CaseKind.PROBLEM, Urgency.HIGH, "leak", null, null, "kim", null);
    }

    private static String accountOf(UUID id) {
        return client.read("service-cases", id).path("accountId").asString();
    }
}
