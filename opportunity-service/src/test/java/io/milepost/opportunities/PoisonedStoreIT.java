package io.milepost.opportunities;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.opportunity.Opportunity.QualifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.UpdateValue;
import io.milepost.platform.testkit.RestoredService;
import io.milepost.platform.testkit.StoreDump;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A store with requests that its version accepted and could not read again: amounts of 16 and of 30 digits, asked for and computed,
 * half surrogate pairs, U+0000, days at the ends of time, a currency that is none. Commit 7174169 has made it, healthy entities
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
                OpportunityServiceApplication.class,
                "opportunity",
                List.of(PRICE_LIST, OPPORTUNITY, SALES_PROJECT, QUOTATION));
    }

    @AfterAll
    static void stop() {
        restored.close();
    }

    @Test
    void the_store_is_poisoned() {
        assertThat(DUMP.events().stream().map(StoreDump.Event::payload))
                .anyMatch(payload -> payload.contains("\"1000000000000000.00\""))
                .anyMatch(payload -> payload.contains("\"123456789012345678901234567890.12\""))
                .anyMatch(payload -> payload.contains("\"6404230370368911.00\""))
                .anyMatch(payload -> payload.contains("\"\\uD800\""))
                .anyMatch(payload -> payload.contains("\\u0000"))
                .anyMatch(payload -> payload.contains("\"0001-01-01\""))
                .anyMatch(payload -> payload.contains("\"currency\":\"XX"));
    }

    @Test
    void every_entity_can_be_read() {
        restored.hasEveryEntity();
        assertThat(amount(bad(1))).isEqualTo("1000000000000000.00");
        assertThat(amount(bad(2))).isEqualTo("123456789012345678901234567890.12");
    }

    @Test
    void lists_and_due_dates_come_to_the_head_of_the_log() {
        restored.hasListsAtTheHead();
    }

    @Test
    void the_offer_that_was_issued_behind_the_poison_expires() {
        await().untilAsserted(() -> assertThat(restored.client()
                        .read("quotations", healthy(6))
                        .path("status")
                        .asString())
                .isEqualTo("EXPIRED"));
    }

    @Test
    void healthy_and_poisoned_entities_take_commands_again() {
        restored.client().accept(healthy(5), new QualifyOpportunity(null));
        restored.client().accept(bad(12), new UpdateValue(Money.of("6.00", "USD")));
        assertThat(amount(bad(12))).isEqualTo("6.00");
        restored.goesOn();
    }

    private static String amount(UUID opportunity) {
        return restored.client()
                .read("opportunities", opportunity)
                .path("expectedValue")
                .path("amount")
                .asString();
    }

    private static UUID healthy(int number) {
        return UUID.fromString("600d0000-0000-4000-8000-%012x".formatted(number));
    }

    private static UUID bad(int number) {
        return UUID.fromString("bad00000-0000-4000-8000-%012x".formatted(number));
    }
}
