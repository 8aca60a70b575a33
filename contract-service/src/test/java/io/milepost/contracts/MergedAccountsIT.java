package io.milepost.contracts;

import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.PlanPayments;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of contracts whose customer's account is merged into another one in lead-service. */
class MergedAccountsIT {
    /** Its own: on a topic that others speak on, too, a second epoch stops whoever listens. */
    private static SuiteParts parts;

    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(
                parts, ContractServiceApplication.class, "contract", List.of(CONTRACT, PAYMENT_SCHEDULE));
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
        parts.close();
    }

    @Test
    @DisplayName(
            "R-019: a contract of a merged account is the surviving one's, and what is planned under it names that one alone")
    void contracts_follow_a_merge() {
        var old = ContractSituations.MIGRATED.accountId();
        var survivor = UUID.randomUUID();
        var contract = PaymentSituations.signedToday(client);
        assertThat(accountOf("contracts", contract)).isEqualTo(old.toString());
        try (var topics = service.topics("lead").create()) {
            topics.publish("merges", 1, old, "account.merged", """
                    {"into": "%s", "reason": "the same company"}""".formatted(survivor));
            await().until(() -> accountOf("contracts", contract).equals(survivor.toString()));

            assertThat(client.read("contracts", contract)
                            .path("mergedAccountId")
                            .asString())
                    .isEqualTo(old.toString());
            await().until(() ->
                    client.get("/v1/contracts?accountId=eq:" + survivor).text().contains(contract.toString()));
            var refused = client.sendNew(contract, plan(old));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("code").asString()).isEqualTo("ACCOUNT_MERGED");
            assertThat(client.sendNew(contract, plan(UUID.randomUUID()))
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("CONTRACT_DIFFERS");

            client.create(contract, plan(survivor));
            assertThat(accountOf("payment-schedules", contract)).isEqualTo(survivor.toString());
            assertThat(client.read("payment-schedules", contract)
                            .path("mergedAccountId")
                            .asString())
                    .as("it is kept under the account of its contract")
                    .isEqualTo(old.toString());

            topics.publish("merges", 2, old, "account.unmerged", """
                    {"from": "%s", "reason": "two companies"}""".formatted(survivor));
            await().until(() -> accountOf("contracts", contract).equals(old.toString()));
            assertThat(accountOf("payment-schedules", contract)).isEqualTo(old.toString());
        }
    }

    private static PlanPayments plan(UUID account) {
        var like = ContractSituations.MIGRATED;
        return new PlanPayments(like.opportunityId(), account, "kim", like.value(), null, PaymentSituations.halves());
    }

    private static String accountOf(String plural, UUID id) {
        return client.read(plural, id).path("accountId").asString();
    }
}
