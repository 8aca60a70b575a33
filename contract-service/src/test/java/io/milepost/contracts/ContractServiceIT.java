package io.milepost.contracts;

import static io.milepost.contracts.ContractSituations.DAY;
import static io.milepost.contracts.ContractSituations.MIGRATED;
import static io.milepost.contracts.ContractSituations.draft;
import static io.milepost.contracts.ContractSituations.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.ContractCommand.DecideReview;
import io.milepost.contracts.contract.ContractCommand.DeclineSignature;
import io.milepost.contracts.contract.ContractCommand.EditClause;
import io.milepost.contracts.contract.ContractCommand.SendForSignature;
import io.milepost.contracts.contract.ContractCommand.SetEffectiveDate;
import io.milepost.contracts.contract.ContractCommand.SignContract;
import io.milepost.contracts.contract.ContractCommand.SubmitForReview;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.obligation.ObligationRegister.FulfilObligation;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.IssueInvoice;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.RecordReceipt;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.ReverseReceipt;
import io.milepost.contracts.salesorder.SalesOrder.ConfirmOrder;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SurfaceWalk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The whole service on embedded parts: one story, one repeated request, one restart, every wrong request. */
class ContractServiceIT {
    private static final String QUOTATION = """
        {"opportunityId": "01900000-0000-7000-8000-0000000000b1", "accountId": "01900000-0000-7000-8000-00000000000a",
         "owner": "kim", "value": {"amount": "4514.00", "currency": "USD"},
         "lines": [{"product": "GTX Pro", "quantity": 1, "unitPrice": {"amount": "4514.00", "currency": "USD"}}],
         "paymentMethod": "30 days net", "deliveryDeadline": "2026-09-30", "qualityStandard": "ISO 9001",
         "scope": "delivery", "duration": "1 year",
         "payments": [{"label": "advance", "percent": 50, "trigger": "SIGNATURE"},
                      {"label": "rest", "percent": 50, "trigger": "ACCEPTANCE"}]}
        """;

    private static long quiet;
    private static RunningService service;
    private static long position;

    @BeforeAll
    static void start() {
        service = RunningService.start(ContractServiceApplication.class, "contract", ContractSituations.CATALOGUES);
        tell("opportunity", UUID.randomUUID(), "sales-process.version-published", ContractSituations.JUDGED);
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
        await().atMost(Duration.ofSeconds(30)).until(() -> published(contract).size() == 5);
        assertThat(published(contract)).noneMatch(event -> event.contains("Canary"));
        assertThat(service.stored()).noneMatch(payload -> payload.contains("Canary"));
    }

    @Test
    @DisplayName(
            "R-122, G14: an incomplete contract is refused on record, and a repeated request says the same without a"
                    + " second record")
    void an_incomplete_contract_is_refused_once_for_one_request() {
        var contract = service.client().create(draft(Basis.RENEWAL, null));
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
    @DisplayName("R-121 to R-142: an accepted quotation is drafted, reviewed, declined, tried again, signed, delivered,"
            + " invoiced and paid, each once")
    void a_quotation_becomes_money() {
        var quotation = UUID.randomUUID();
        var contract = UUID.nameUUIDFromBytes(("contract/" + quotation).getBytes(StandardCharsets.UTF_8));
        tell("opportunity", quotation, "quotation.accepted", QUOTATION);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("contracts", contract).equals("DRAFT"));

        service.client().accept(contract, new SubmitForReview());
        service.client().accept(contract, new DecideReview(Review.FINANCE, true, null));
        var foreign = service.client().sendAs(Role.FINANCE, contract, new DecideReview(Review.TECHNICAL, true, null));
        assertThat(foreign.status()).as("R-127: engineering reviews the scope").isEqualTo(403);
        service.client().accept(contract, new DecideReview(Review.TECHNICAL, true, null));
        service.client().accept(contract, new SendForSignature());
        service.client().accept(contract, new DeclineSignature(Party.CUSTOMER, "the term is too long"));
        assertThat(status("contracts", contract)).isEqualTo("DECLINED");
        service.client().accept(contract, new EditClause("W-1", null, "warranty", null));
        service.client().accept(contract, new SubmitForReview());
        service.client().accept(contract, new DecideReview(Review.LEGAL, true, null));
        service.client().accept(contract, new DecideReview(Review.FINANCE, true, null));
        service.client().accept(contract, new DecideReview(Review.TECHNICAL, true, null));
        service.client().accept(contract, new SendForSignature());
        service.client().accept(contract, new SignContract(Party.SELLER, null, null));
        service.client().acceptFrom("desk", contract, new SignContract(Party.CUSTOMER, null, null));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("payment-schedules", contract).equals("OPEN"));

        service.client().accept(contract, new IssueInvoice(1, "I-1", null, null));
        service.client().accept(contract, new RecordReceipt("R-1", PaymentSituations.HALF, null, 1));
        var accepted = "{\"contractId\": \"%s\", \"acceptedOn\": \"2026-03-01\"}".formatted(contract);
        tell("delivery", UUID.randomUUID(), "acceptance.comprehensive-accepted", accepted);
        tell("delivery", UUID.randomUUID(), "acceptance.comprehensive-accepted", accepted);
        // The event and not the status: the day is over, so the timer may make it OVERDUE before anybody looks.
        await().atMost(Duration.ofSeconds(30)).until(() -> timesDue(contract) == 2);
        await("R-137")
                .atMost(Duration.ofSeconds(30))
                .until(() -> status("contracts", contract).equals("PERFORMED"));
        service.client().accept(contract, new RecordReceipt("R-2", PaymentSituations.HALF, null, 2));

        assertThat(status("payment-schedules", contract)).isEqualTo("FULLY_COLLECTED");
        assertThat(history(contract)).containsOnlyOnce("payment-schedule.fully-collected");
        assertThat(timesDue(contract)).isEqualTo(2);

        service.client().accept(contract, new ReverseReceipt("R-2", "the cheque bounced"));
        assertThat(status("payment-schedules", contract)).isEqualTo("OPEN");
        service.client().accept(contract, new RecordReceipt("R-3", PaymentSituations.HALF, null, 2));
        assertThat(status("payment-schedules", contract)).isEqualTo("FULLY_COLLECTED");
        assertThat(history(contract))
                .containsSubsequence(
                        "payment-schedule.fully-collected",
                        "payment-schedule.payment-reversed",
                        "payment-schedule.collection-reopened",
                        "payment-schedule.fully-collected")
                .containsOnlyOnce("payment-schedule.collection-reopened");
    }

    @Test
    @DisplayName("R-133: a migrated contract without payments gets no schedule, one that is signed after it does")
    void a_migrated_contract_has_no_schedule() {
        var migrated = signed(service.client());
        var planned = service.client().create(ContractSituations.migratedWithPayments());
        service.client().accept(planned, new SignContract(Party.SELLER, null, DAY));
        service.client().acceptFrom("desk", planned, new SignContract(Party.CUSTOMER, null, DAY));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("payment-schedules", planned).equals("OPEN"));
        assertThat(status("payment-schedules", migrated)).isEmpty();
        await("R-141: the timer")
                .atMost(Duration.ofSeconds(30))
                .until(() -> instalment(planned, 0).equals("OVERDUE"));
        await("R-141: the owner is told")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        ContractSituations.told(service.client(), planned).contains("instalment-overdue/instalment 1"));
    }

    @Test
    @DisplayName("R-136, decision 24: a verified order waits for its contract to take effect and is confirmed then")
    void an_order_is_confirmed_when_its_contract_is_in_effect() {
        var contract = signed(service.client());
        var order = service.client().create(OrderSituations.order(contract));
        service.client().accept(order, OrderSituations.VERIFY);
        var early = service.client().send(order, new ConfirmOrder(null), Map.of());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("code").asString()).isEqualTo("CONTRACT_NOT_EFFECTIVE");

        service.client().accept(contract, new SetEffectiveDate(DAY));
        service.client().accept(order, new ConfirmOrder(null));

        assertThat(status("sales-orders", order)).isEqualTo("CONFIRMED");
        assertThat(status("contracts", contract)).isEqualTo("EFFECTIVE");
    }

    @Test
    @DisplayName(
            "R-137: what a side has not done by its last day is overdue by the timer, and settled when it is shown")
    void an_obligation_is_overdue_and_settled() {
        var contract = ObligationSituations.opened(service.client());
        service.client().accept(contract, ObligationSituations.owedUntil(DAY));
        await("the timer")
                .atMost(Duration.ofSeconds(30))
                .until(() -> status("obligation-registers", contract).equals("OVERDUE"));
        await("those who answer for it are told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> ContractSituations.told(service.client(), contract).equals("obligation-overdue/S-1"));
        service.client().accept(contract, new FulfilObligation("S-1", "protocol 4", null));
        assertThat(status("obligation-registers", contract)).isEqualTo("SETTLED");
    }

    @Test
    void a_restart_forgets_nothing() {
        var contract = signed(service.client());
        var before = service.client().read("contracts", contract);
        var head = service.settledHead();
        service.restart();

        assertThat(service.client().read("contracts", contract)).isEqualTo(before);
        service.client().accept(contract, new SignContract(Party.SELLER, null, DAY));
        assertThat(service.head()).as("the seller has signed already").isEqualTo(head);
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
        var walk = new BadInputWalk(service.client(), ContractServiceIT::quietHead);
        PaymentSituations.in(ContractSituations.in(walk));
        OrderSituations.in(walk);
        ObligationSituations.in(walk);
        ChangeSituations.in(walk);
        return TemplateSituations.in(TermsSituations.in(walk));
    }

    /** Once what follows by itself has followed. */
    private static long quietHead() {
        quiet = service.head() == quiet ? quiet : service.settledHead();
        return quiet;
    }

    private static String status(String plural, UUID id) {
        var answer = service.client().get("/v1/" + plural + "/" + id);
        return answer.status() == 200 ? answer.json().path("status").asString() : "";
    }

    private static String instalment(UUID contract, int index) {
        return service.client()
                .read("payment-schedules", contract)
                .path("instalments")
                .get(index)
                .path("status")
                .asString();
    }

    private static String history(UUID contract) {
        return service.client()
                .get("/v1/payment-schedules/" + contract + "/history")
                .text();
    }

    private static int timesDue(UUID contract) {
        return history(contract).split("payment-schedule.instalment-became-due", -1).length - 1;
    }

    private static void tell(String source, UUID subject, String name, String json) {
        try (var topics = service.topics(source).create()) {
            topics.publish("first", ++position, subject, name, json);
        }
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
