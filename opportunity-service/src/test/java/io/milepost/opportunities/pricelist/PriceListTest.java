package io.milepost.opportunities.pricelist;

import static io.milepost.opportunities.pricelist.PriceList.No.*;
import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.pricelist.PriceList.*;
import io.milepost.opportunities.pricelist.PriceListCatalogue.View;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PriceListTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(PRICE_LIST);
    private static final Scenario<PriceList, Command, Event> NOTHING =
            Scenario.of(PRICE_LIST).recording(REACHED);
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final PriceItem PRO = item("GTX Pro", "4821.00", "GTXPro");
    private static final PriceItem BASIC = item("GTX Basic", "550.00");
    private static final PriceListPublished STANDARD =
            new PriceListPublished("Standard", MAY, List.of(PRO, BASIC), null);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("Decision 45: products are named and priced by a list, spelled in more than one way")
    void is_published_once() {
        var publish = new PublishPriceList("Standard", MAY, List.of(PRO, BASIC), null);
        NOTHING.when(publish).then(STANDARD).when(publish).thenTaken();
    }

    @Test
    @DisplayName("R-095: a version replaces the one before from a later day on")
    void is_revised_by_a_later_version() {
        var list = NOTHING.given(STANDARD);
        list.when(new RevisePriceList(MAY.plusDays(1), List.of(PRO), null))
                .then(new PriceListRevised(MAY.plusDays(1), List.of(PRO), null))
                .when(new RevisePriceList(MAY.plusDays(1), List.of(PRO), null))
                .thenNothing()
                .when(new RevisePriceList(MAY.plusDays(1), List.of(BASIC), null))
                .on(MAY.plusDays(1))
                .thenRefused(VERSION_NOT_LATER, "/validFrom");
        list.when(new RevisePriceList(MAY, List.of(PRO), null)).on(MAY).thenRefused(VERSION_NOT_LATER, "/validFrom");
        list.when(new RevisePriceList(MAY, List.of(PRO, BASIC), null)).on(MAY).thenNothing();
        list.when(new RevisePriceList(MAY.plusDays(1), List.of(), null)).thenRefused(ITEMS_MISSING, "/items");
        NOTHING.when(new RevisePriceList(MAY, List.of(PRO), null)).thenUnknown();
    }

    @Test
    @DisplayName("R-095: a version that has not begun locks nothing out: another comes before it, or in its place")
    void is_revised_before_a_version_that_has_not_begun() {
        var far = LocalDate.parse("9999-01-01");
        var june = MAY.plusDays(31);
        var list = NOTHING.given(STANDARD, new PriceListRevised(far, List.of(BASIC), null))
                .when(new RevisePriceList(june, List.of(BASIC), null))
                .on(MAY)
                .then(new PriceListRevised(june, List.of(BASIC), null))
                .when(new RevisePriceList(june, List.of(PRO), null))
                .on(MAY)
                .then(new PriceListRevised(june, List.of(PRO), null));
        var view = View.of(list.state());
        assertThat(view.validFrom()).isEqualTo(far);
        assertThat(view.earlierVersions())
                .containsExactly(new Version(MAY, List.of(PRO, BASIC), null), new Version(june, List.of(PRO), null));
    }

    @Test
    void a_version_is_valid_from_a_day_within_five_years() {
        var latest = LocalDate.parse("2031-03-02");
        NOTHING.when(new PublishPriceList("Standard", latest.plusDays(1), List.of(PRO), null))
                .thenRefused(DAY_IMPLAUSIBLE, "/validFrom");
        NOTHING.when(new PublishPriceList("Standard", latest, List.of(PRO), null))
                .then(new PriceListPublished("Standard", latest, List.of(PRO), null))
                .when(new RevisePriceList(latest.plusDays(1), List.of(PRO), null))
                .thenRefused(DAY_IMPLAUSIBLE, "/validFrom");
    }

    @Test
    void stays_in_its_currency() {
        var euros = new PriceItem("GTX Max", "GTX Max", Money.of("1.00", "EUR"), List.of());
        NOTHING.given(STANDARD)
                .when(new RevisePriceList(MAY.plusDays(1), List.of(euros), null))
                .thenRefused(CURRENCY_CHANGED, "/items/0/price/currency");
    }

    @Test
    void a_code_or_alias_stands_for_one_product() {
        refuses(List.of(PRO, item("gtx pro", "1.00")), CODE_REPEATED, "/items/1");
        refuses(List.of(PRO, item("GTX Max", "1.00", "GTXPRO")), CODE_REPEATED, "/items/1");
        refuses(List.of(item("GTX Max", "1.00", "GTX Max")), CODE_REPEATED, "/items/0");
        refuses(List.of(PRO, item("ＧＴＸ\u00a0 Pro", "1.00")), CODE_REPEATED, "/items/1");
        var apart = List.of(PRO, item("GTX P ro", "1.00"));
        NOTHING.when(new PublishPriceList("Standard", MAY, apart, null))
                .then(new PriceListPublished("Standard", MAY, apart, null));
    }

    @Test
    void prices_are_in_one_currency_and_not_negative() {
        var euros = new PriceItem("GTX Max", "GTX Max", Money.of("1.00", "EUR"), List.of());
        refuses(List.of(PRO, euros), CURRENCIES_MIXED, "/items/1/price/currency");
        refuses(List.of(item("GTX Max", "-0.01")), PRICE_NEGATIVE, "/items/0/price");
        var free = new PublishPriceList("Standard", MAY, List.of(item("Trial", "0.00")), null);
        NOTHING.when(free).then(new PriceListPublished("Standard", MAY, free.items(), null));
    }

    @Test
    @DisplayName("R-095: a version says what products cost us and elsewhere, and what the company allows below that")
    void knows_cost_market_and_rules() {
        var known = new PriceItem("GTX Pro", "GTX Pro", usd("100.00"), List.of(), usd("60.00"), usd("95.00"));
        var rules = new PricingRules(new BigDecimal("20"), new BigDecimal("10"));
        var list = NOTHING.when(new PublishPriceList("Standard", MAY, List.of(known), rules))
                .then(new PriceListPublished("Standard", MAY, List.of(known), rules))
                .when(new RevisePriceList(MAY.plusDays(1), List.of(known), null))
                .then(new PriceListRevised(MAY.plusDays(1), List.of(known), null));
        assertThat(View.of(list.state()).rules()).isNull();
        assertThat(View.of(list.state()).earlierVersions()).containsExactly(new Version(MAY, List.of(known), rules));
        refuses(
                List.of(new PriceItem("GTX Pro", "GTX Pro", usd("1.00"), List.of(), usd("-0.01"), null)),
                PRICE_NEGATIVE,
                "/items/0/cost");
        refuses(
                List.of(new PriceItem("GTX Pro", "GTX Pro", usd("1.00"), List.of(), null, Money.of("1.00", "EUR"))),
                CURRENCIES_MIXED,
                "/items/0/market/currency");
        for (var wrong : List.of(
                new PricingRules(new BigDecimal("-0.01"), null), new PricingRules(new BigDecimal("1000.01"), null))) {
            NOTHING.when(new PublishPriceList("Standard", MAY, List.of(known), wrong))
                    .thenRefused(RULE_OUT_OF_RANGE, "/rules/leastOverCostPercent");
        }
        list.when(new RevisePriceList(
                        MAY.plusDays(2), List.of(known), new PricingRules(null, new BigDecimal("100.01"))))
                .thenRefused(RULE_OUT_OF_RANGE, "/rules/mostBelowMarketPercent");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void list_and_products_have_names() {
        NOTHING.when(new PublishPriceList(" ", MAY, List.of(PRO), null)).thenRefused(WORD_MISSING, "/name");
        refuses(List.of(), ITEMS_MISSING, "/items");
        refuses(List.of(item("GTX Max", "1.00", " ")), WORD_MISSING, "/items/0");
        refuses(List.of(new PriceItem("GTX Max", "", Money.of("1.00", "USD"), List.of())), WORD_MISSING, "/items/0");
    }

    @Test
    void shows_the_latest_version_and_the_earlier_ones() {
        var revised = NOTHING.given(STANDARD, new PriceListRevised(MAY.plusDays(1), List.of(PRO), null));
        var view = View.of(revised.state());
        assertThat(view.items()).containsExactly(PRO);
        assertThat(view.validFrom()).isEqualTo(MAY.plusDays(1));
        assertThat(view.earlierVersions()).containsExactly(new Version(MAY, List.of(PRO, BASIC), null));
    }

    private static void refuses(List<PriceItem> items, Refusal reason, String pointer) {
        NOTHING.when(new PublishPriceList("Standard", MAY, items, null)).thenRefused(reason, pointer);
    }

    private static PriceItem item(String code, String price, String... aliases) {
        return new PriceItem(code, code, Money.of(price, "USD"), List.of(aliases));
    }
}
