package io.milepost.contracts;

import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.dealcopy.DealCopyCatalogue.DEAL_COPY;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static io.milepost.contracts.reviewmatrix.ReviewMatrixCatalogue.REVIEW_MATRIX;
import static io.milepost.contracts.salesorder.SalesOrderCatalogue.SALES_ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.Contract.ProcessName;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.RecordReceipt;
import io.milepost.contracts.reviewmatrix.ReviewMatrix;
import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a sales process says of its contracts, as opportunity-service publishes it, binds them over HTTP; on parts of its own. */
class RulesOfProcessIT {
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000a3");
    private static final String STRICT = """
            {"version": 1, "name": "strict", "mode": "PROJECT", "template": {"stages": [], "handoverDays": 14,
             "reviews": [{"department": "FINANCE", "when": "ALWAYS"},
                         {"department": "LEGAL", "when": "ALWAYS", "fromRisk": "HIGH"}],
             "contracts": {
               "contents": [{"type": "RENEWAL", "needed": ["PRODUCTS", "SCOPE"]}],
               "collection": {"remindDaysBefore": 1, "escalateDaysAfter": 3650, "holdOnMissedAdvance": true}}}}""";

    private static SuiteParts parts;
    private static RunningService service;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(
                parts,
                ContractServiceApplication.class,
                "contract",
                List.of(CONTRACT, PAYMENT_SCHEDULE, SALES_ORDER, REVIEW_MATRIX, DEAL_COPY));
        try (var opportunity = service.topics("opportunity").create()) {
            opportunity.publish("first", 1, UUID.randomUUID(), "sales-process.version-published", STRICT);
            opportunity.publish("first", 2, UUID.randomUUID(), "risk.identified", """
                    {"salesProjectId": "%s", "exposure": "HIGH"}""".formatted(DEAL));
        }
        awaitView("review-matrices", ReviewMatrix.idOf("strict", 1), "/status", "KNOWN");
        awaitView("deal-copies", DEAL, "/risk", "HIGH");
    }

    @AfterAll
    static void stop() {
        service.close();
        parts.close();
    }

    @Test
    @DisplayName(
            "R-122, R-129, R-188: a contract states what its process asks for, and its risk decides who reviews it")
    void a_contract_is_written_and_reviewed_as_its_process_says() {
        var client = service.client();
        var contract = client.create(draft(Basis.RENEWAL, null, null));
        var refused = client.send(contract, new SubmitForReview(), Map.of());
        assertThat(refused.json().path("code").asString()).isEqualTo("CONTRACT_INCOMPLETE");
        assertThat(refused.json().path("detail").asString()).isEqualTo("missing: scope");
        client.accept(
                contract,
                new ReviseContract(
                        ContractSituations.VALUE,
                        List.of(line()),
                        new Terms(null, null, null, "one machine", null, null),
                        null,
                        null));
        client.accept(contract, new SubmitForReview());
        assertThat(client.read("contracts", contract).path("openReviews").toString())
                .isEqualTo("[\"LEGAL\",\"FINANCE\"]");
    }

    @Test
    @DisplayName(
            "G15, R-134, R-141, domain 3.5: a missed advance holds orders until it is paid, a dispute pauses collection")
    void a_missed_advance_holds_and_a_dispute_pauses() {
        var client = service.client();
        var contract = ContractSituations.signed(
                client, client.create(draft(Basis.MIGRATED, null, PaymentSituations.halves())));
        client.accept(contract, new SetEffectiveDate(ContractSituations.DAY));
        awaitView("payment-schedules", contract, "/held", "true");

        var line = new OrderLine("GTX Pro", BigDecimal.ONE, ContractSituations.VALUE, null);
        var order = client.create(new ReceiveOrder(contract, ACCOUNT, "kim", null, null, null, List.of(line)));
        client.accept(order, new VerifyOrder(List.of()));
        var refused = client.send(order, new ConfirmOrder(null), Map.of());
        assertThat(refused.json().path("code").asString()).isEqualTo("ADVANCE_MISSED");
        client.accept(contract, new RecordReceipt("N-1", Money.of("2257.00", "USD"), null, 1));
        client.accept(order, new ConfirmOrder(null));

        try (var delivery = service.topics("delivery").create()) {
            delivery.publish("first", 1, contract, "settlement.disputed", """
                    {"contractId": "%s", "on": "2026-03-02"}""".formatted(contract));
            awaitView("payment-schedules", contract, "/pausedOn", "2026-03-02");
            delivery.publish("first", 2, contract, "settlement.confirmed", """
                    {"contractId": "%s", "on": "2026-03-03"}""".formatted(contract));
        }
        awaitView("payment-schedules", contract, "/pausedOn", "");
    }

    private static void awaitView(String plural, UUID id, String pointer, String value) {
        await(plural + pointer).atMost(Duration.ofSeconds(30)).until(() -> {
            var answer = service.client().get("/v1/%s/%s".formatted(plural, id));
            return answer.status() == 200 && textAt(answer.json(), pointer).equals(value);
        });
    }

    private static String textAt(JsonNode view, String pointer) {
        return view.at(pointer).asString("");
    }

    private static ContractLine line() {
        return new ContractLine("GTX Pro", null, BigDecimal.ONE, ContractSituations.VALUE, null);
    }

    private static DraftContract draft(Basis basis, @Nullable Terms terms, @Nullable List<PaymentTerm> payments) {
        return new DraftContract(
                null,
                basis,
                "as said",
                null,
                DEAL,
                ACCOUNT,
                "kim",
                ContractSituations.VALUE,
                List.of(line()),
                terms,
                null,
                payments,
                new ProcessName("strict", 1),
                null);
    }
}
