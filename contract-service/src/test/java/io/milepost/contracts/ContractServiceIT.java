package io.milepost.contracts;

import static io.milepost.contracts.contract.ContractMessages.CONTRACT;
import static io.milepost.contracts.paymentschedule.PaymentScheduleMessages.PAYMENT_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.contracts.contract.domain.Basis;
import io.milepost.contracts.contract.domain.ContractCommand.DraftContract;
import io.milepost.contracts.contract.domain.ContractCommand.ReviseContract;
import io.milepost.contracts.contract.domain.ContractCommand.SetEffectiveDate;
import io.milepost.contracts.contract.domain.ContractCommand.SignContract;
import io.milepost.contracts.contract.domain.ContractLine;
import io.milepost.contracts.contract.domain.Party;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The whole service on embedded parts: one story, one repeated request, one restart, every wrong request. */
class ContractServiceIT {
    private static final LocalDate DAY = LocalDate.parse("2017-03-01");
    private static final Money VALUE = Money.of("4514.00", "USD");
    private static final List<ContractLine> LINES = List.of(new ContractLine("GTX Pro", null, BigDecimal.ONE, VALUE));
    private static final DraftContract MIGRATED = draft(Basis.MIGRATED);

    private static RunningService service;

    @BeforeAll
    static void start() {
        service =
                RunningService.start(ContractServiceApplication.class, "contract", List.of(CONTRACT, PAYMENT_SCHEDULE));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName(
            "R-121, R-131: drafted, signed by both with the dates of then, effective, and published without a name")
    void a_contract_is_signed_as_it_was_then() {
        var then = Instant.parse("2017-03-01T00:00:00Z");
        var drafted = service.client().sendAsOf(null, MIGRATED, then);
        var contract = UUID.fromString(drafted.json().path("id").asString());
        service.client().sendAsOf(contract, new SignContract(Party.SELLER, "Canary Kim", DAY), then);
        service.client().sendAsOf(contract, new SignContract(Party.CUSTOMER, null, null), then);
        service.client().accept(contract, new SetEffectiveDate(DAY));

        var view = service.client().read("contracts", contract);
        assertThat(view.path("status").asString()).isEqualTo("EFFECTIVE");
        assertThat(view.path("signedOn").asString()).isEqualTo("2017-03-01");
        await().until(() -> published(contract).size() == 5);
        assertThat(published(contract)).noneMatch(event -> event.contains("Canary"));
        assertThat(service.stored()).noneMatch(payload -> payload.contains("Canary"));
    }

    @Test
    @DisplayName(
            "R-122, G14: an incomplete contract is refused on record, and a repeated request says the same without a second record")
    void an_incomplete_contract_is_refused_once_for_one_request() {
        var contract = service.client().create(draft(Basis.RENEWAL));
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var sign = new SignContract(Party.SELLER, null, null);

        var first = service.client().send(contract, sign, key);
        var again = service.client().send(contract, sign, key);

        assertThat(first.status()).isEqualTo(422);
        assertThat(first.json().path("code").asString()).isEqualTo("CONTRACT_INCOMPLETE");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().path("code")).isEqualTo(first.json().path("code"));
        assertThat(service.client()
                        .get("/v1/contracts/" + contract + "/history")
                        .text())
                .containsOnlyOnce("contract.incomplete-flagged");
    }

    @Test
    void a_restart_forgets_nothing() {
        var contract = signed();
        var before = service.client().read("contracts", contract);
        var head = service.head();

        service.restart();

        assertThat(service.client().read("contracts", contract)).isEqualTo(before);
        service.client().accept(contract, new SignContract(Party.SELLER, null, DAY));
        assertThat(service.head()).as("the seller has signed already").isEqualTo(head);
    }

    @Test
    void every_wrong_request_has_its_own_answer_and_leaves_no_trace() {
        PaymentSituations.in(new BadInputWalk(service.client(), service::head))
                .accepted(DraftContract.class, client -> new Situation(null, MIGRATED))
                .accepted(
                        ReviseContract.class,
                        client -> new Situation(client.create(MIGRATED), new ReviseContract(VALUE, List.of(), null)))
                .accepted(
                        SignContract.class,
                        client -> new Situation(
                                client.create(MIGRATED), new SignContract(Party.SELLER, "Canary Kim", DAY)))
                .accepted(SetEffectiveDate.class, client -> new Situation(signed(), new SetEffectiveDate(DAY)))
                .refused(
                        "CONTRACT_NOT_SIGNED",
                        client -> new Situation(client.create(MIGRATED), new SetEffectiveDate(DAY)))
                .refused(
                        "EFFECTIVE_BEFORE_SIGNED",
                        client -> new Situation(signed(), new SetEffectiveDate(DAY.minusDays(1))))
                .check();
    }

    private static UUID signed() {
        var contract = service.client().create(MIGRATED);
        service.client().accept(contract, new SignContract(Party.SELLER, null, DAY));
        service.client().accept(contract, new SignContract(Party.CUSTOMER, null, DAY));
        return contract;
    }

    private static DraftContract draft(Basis basis) {
        return new DraftContract(
                null, basis, "as said", null, UUID.randomUUID(), UUID.randomUUID(), "kim", VALUE, LINES, null);
    }

    private static List<String> published(UUID contract) {
        try (var topics = service.topics("contract")) {
            return topics.committed().stream()
                    .filter(event -> new String(event.key(), StandardCharsets.UTF_8).equals(contract.toString()))
                    .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
