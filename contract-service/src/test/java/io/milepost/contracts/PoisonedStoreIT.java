package io.milepost.contracts;

import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.obligation.ObligationRegisterCatalogue.OBLIGATION_REGISTER;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static io.milepost.contracts.reviewmatrix.ReviewMatrixCatalogue.REVIEW_MATRIX;
import static io.milepost.contracts.salesorder.SalesOrderCatalogue.SALES_ORDER;
import static io.milepost.contracts.termsassessment.TermsAssessmentCatalogue.TERMS_ASSESSMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.contracts.salesorder.SalesOrder.CancelOrder;
import io.milepost.platform.testkit.RestoredService;
import io.milepost.platform.testkit.StoreDump;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A store with requests that its version accepted and could not read again: contracts, schedules and receipts of 16 and of 30
 * digits, orders and instalments whose sum has as many, half surrogate pairs. Commit 7174169 has made it, healthy entities
 * ({@code 600d0000-...}) before and after the poisoned ones ({@code bad00000-...}); its lists and timers stood still from the first
 * of these on.
 */
class PoisonedStoreIT {
    private static final StoreDump DUMP = StoreDump.of(PoisonedStoreIT.class, "/poisoned-store.ndjson");

    private static RestoredService restored;

    @BeforeAll
    static void start() {
        restored = RestoredService.start(
                DUMP,
                ContractServiceApplication.class,
                "contract",
                List.of(CONTRACT, PAYMENT_SCHEDULE, SALES_ORDER, OBLIGATION_REGISTER, TERMS_ASSESSMENT, REVIEW_MATRIX));
    }

    @AfterAll
    static void stop() {
        restored.close();
    }

    @Test
    void the_store_is_poisoned() {
        assertThat(DUMP.events().stream().map(event -> event.name() + " " + event.payload()))
                .anyMatch(event -> event.matches("contract.drafted .*\"1000000000000000.00\".*"))
                .anyMatch(event -> event.matches("contract.drafted .*\"123456789012345678901234567890.12\".*"))
                .anyMatch(event -> event.matches("payment-schedule.set .*\"1999999999999999.98\".*"))
                .anyMatch(event -> event.matches("payment-schedule.payment-received .*\"1000000000000000.00\".*"))
                .anyMatch(event -> event.matches("sales-order.received .*4930123456789.*"))
                .anyMatch(event -> event.contains("\"owner\":\"\\uD800\""));
    }

    @Test
    void every_entity_can_be_read() {
        restored.hasEveryEntity();
        assertThat(value("contracts", bad(0x22))).isEqualTo("123456789012345678901234567890.12");
        assertThat(value("payment-schedules", bad(0x25))).isEqualTo("1999999999999999.98");
    }

    @Test
    void lists_and_due_dates_come_to_the_head_of_the_log() {
        restored.hasListsAtTheHead();
    }

    @Test
    void the_instalment_that_was_set_behind_the_poison_becomes_overdue() {
        await().untilAsserted(() -> assertThat(restored.client()
                        .get("/v1/payment-schedules/%s/history".formatted(healthy(0x16)))
                        .text())
                .contains("payment-schedule.instalment-overdue"));
    }

    @Test
    void healthy_and_poisoned_entities_take_commands_again() {
        restored.client().accept(healthy(0x18), new CancelOrder("not needed any more"));
        restored.client().accept(bad(0x28), new CancelOrder("nobody needs so many"));
        restored.goesOn();
    }

    private static String value(String plural, UUID id) {
        return restored.client().read(plural, id).path("value").path("amount").asString();
    }

    private static UUID healthy(int number) {
        return UUID.fromString("600d0000-0000-4000-8000-%012x".formatted(number));
    }

    private static UUID bad(int number) {
        return UUID.fromString("bad00000-0000-4000-8000-%012x".formatted(number));
    }
}
