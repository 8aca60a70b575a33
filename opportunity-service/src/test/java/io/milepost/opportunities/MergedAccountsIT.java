package io.milepost.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.opportunity.ParticularCommand.AssignAccount;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of deals whose customer's account is merged into another one in lead-service, and comes back. */
class MergedAccountsIT {
    /** Its own: on a topic that others speak on, too, a second epoch stops whoever listens. */
    private static SuiteParts parts;

    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(
                parts, OpportunityServiceApplication.class, "opportunity", List.of(OpportunityCatalogue.OPPORTUNITY));
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
        parts.close();
    }

    @Test
    @DisplayName(
            "R-019: a deal of a merged account is shown and found as the surviving one's, nobody names the old one anew, and an undone merge goes back")
    void merges_are_followed_and_undone() {
        var old = UUID.randomUUID();
        var survivor = UUID.randomUUID();
        var ofOld = client.create(deal(null));
        var ofSurvivor = client.create(deal(survivor));
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var assign = new AssignAccount(old);
        assertThat(client.send(ofOld, assign, key).status()).isEqualTo(200);
        await().until(() -> found("eq:" + survivor).equals(List.of(ofSurvivor.toString()))
                && found("eq:" + old).equals(List.of(ofOld.toString())));

        try (var topics = service.topics("lead").create()) {
            topics.publish("merges", 1, old, "account.merged", """
                    {"into": "%s", "reason": "the same company"}""".formatted(survivor));
            await().until(() -> read(ofOld).path("accountId").asString().equals(survivor.toString()));

            assertThat(read(ofOld).path("mergedAccountId").asString()).isEqualTo(old.toString());
            assertThat(read(ofSurvivor).has("mergedAccountId")).isFalse();
            for (var filter : List.of("eq:" + survivor, "eq:" + old, "in:" + survivor)) {
                assertThat(found(filter)).containsExactlyInAnyOrder(ofOld.toString(), ofSurvivor.toString());
            }
            assertThat(found("ne:" + survivor)).doesNotContain(ofOld.toString(), ofSurvivor.toString());
            assertThat(page("eq:" + survivor))
                    .allSatisfy(item ->
                            assertThat(item.path("accountId").asString()).isEqualTo(survivor.toString()));
            assertThat(client.get("/v1/opportunities/%s/history".formatted(ofOld))
                            .text())
                    .contains(old.toString());

            var refused = client.send(null, deal(old), Map.of());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("code").asString()).isEqualTo("ACCOUNT_MERGED");
            assertThat(refused.json().path("detail").asString()).contains(survivor.toString());
            assertThat(client.send(ofSurvivor, assign, Map.of()).status()).isEqualTo(409);
            assertThat(client.send(ofOld, assign, key).status())
                    .as("what was taken before is told again")
                    .isEqualTo(200);
            client.create(deal(survivor));

            topics.publish("merges", 2, old, "account.unmerged", """
                    {"from": "%s", "reason": "two companies"}""".formatted(survivor));
            await().until(() -> read(ofOld).path("accountId").asString().equals(old.toString()));
            assertThat(read(ofOld).has("mergedAccountId")).isFalse();
            assertThat(found("eq:" + old)).containsExactly(ofOld.toString());
            client.create(deal(old));
        }
    }

    private static IdentifyOpportunity deal(@Nullable UUID account) {
        return new IdentifyOpportunity(
                "Presses " + UUID.randomUUID(), account, "kim", null, null, null, null, null, null, null, null);
    }

    private static JsonNode read(UUID deal) {
        return client.read("opportunities", deal);
    }

    private static List<String> found(String account) {
        return page(account)
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static JsonNode page(String account) {
        return client.get("/v1/opportunities?accountId=" + account).json().path("items");
    }
}
