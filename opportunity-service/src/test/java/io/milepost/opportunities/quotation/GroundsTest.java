package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.Quotations.LAST_DAY;
import static io.milepost.opportunities.quotation.Quotations.LINE;
import static io.milepost.opportunities.quotation.Quotations.LISTED_FROM;
import static io.milepost.opportunities.quotation.Quotations.OF_GROUNDS;
import static io.milepost.opportunities.quotation.Quotations.TODAY;
import static io.milepost.opportunities.quotation.Quotations.draft;
import static io.milepost.opportunities.quotation.Quotations.line;
import static io.milepost.opportunities.quotation.Quotations.revise;
import static io.milepost.opportunities.quotation.Quotations.usd;
import static io.milepost.opportunities.quotation.Quotations.view;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.Template.Approver;
import io.milepost.opportunities.quotation.Grounds.*;
import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an offer is held against: its deal, the sales project of it, and the price list that it cites. */
class GroundsTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_GROUNDS);
    private static final LocalDate RAISED_ON = TODAY.plusDays(10);
    private static final QuotedPrices LIST =
            new QuotedPrices(List.of(listed(LISTED_FROM, "100.00"), listed(RAISED_ON, "200.00")));
    private static final Scenario<Quotation, Command, QuotationEvent> NOTHING =
            Scenario.of(QUOTATION).reading(new QuotedDeal(true)).reading(LIST);
    private static final DraftQuotation OFFER = draft(List.of(LINE), LAST_DAY, null);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-097, R-100: nothing is offered or accepted for a deal that is unknown or has ended")
    void a_deal_is_open_or_nothing_is_offered() {
        var stranger = Scenario.of(QUOTATION).recording(REACHED).reading(LIST);
        stranger.when(OFFER).thenRefused(OPPORTUNITY_UNKNOWN, "/opportunityId");
        NOTHING.recording(REACHED)
                .when(OFFER)
                .reading(new QuotedDeal(false))
                .thenRefused(OPPORTUNITY_ENDED, "/opportunityId");

        var draft = drafted("90.00", null);
        var issued = draft.given(Quotations.ISSUE);
        for (var command : List.of(new IssueQuotation(), revise(line("1", "80.00", null)))) {
            draft.when(command).reading(new QuotedDeal(false)).thenRefused(OPPORTUNITY_ENDED);
            assertThat(draft.when(command).decision().events()).hasSize(1);
        }
        issued.when(new AcceptQuotation(null)).reading(new QuotedDeal(false)).thenRefused(OPPORTUNITY_ENDED);
        assertThat(issued.when(new AcceptQuotation(null)).decision().events()).hasSize(1);
        issued.when(new RejectQuotation("price"))
                .reading(new QuotedDeal(false))
                .then(new QuotationRejected(Quotations.OPPORTUNITY, "price"));
    }

    @Test
    @DisplayName(
            "R-097: nothing is offered once the sales project of the deal has ended; what is offered can be accepted")
    void a_sales_project_that_ended_stops_offers() {
        var ended = new QuotedProject(true);
        NOTHING.recording(REACHED).when(OFFER).reading(ended).thenRefused(SALES_PROJECT_ENDED, "/opportunityId");
        drafted("90.00", null).when(new IssueQuotation()).reading(ended).thenRefused(SALES_PROJECT_ENDED);
        drafted("90.00", null)
                .when(revise(line("1", "80.00", null)))
                .reading(ended)
                .thenRefused(SALES_PROJECT_ENDED);
        assertThat(NOTHING.when(OFFER)
                        .reading(new QuotedProject(false))
                        .decision()
                        .events())
                .hasSize(1);
        assertThat(drafted("90.00", null)
                        .given(Quotations.ISSUE)
                        .when(new AcceptQuotation(null))
                        .reading(ended)
                        .decision()
                        .events())
                .hasSize(1);
    }

    @Test
    @DisplayName("R-095: a quotation cites the version of the price list that holds on its day, and keeps it")
    void the_version_of_the_day_is_cited() {
        var first = drafted("90.00", null);
        assertThat(view(first).priceListVersion()).isEqualTo(LISTED_FROM);
        assertThat(view(first).lines()).extracting(PricedLine::listPrice).containsExactly(usd("100.00"));

        var later = NOTHING.when(draft(List.of(line("1", "90.00", null)), LAST_DAY, null))
                .on(RAISED_ON)
                .decision();
        assertThat(later.events()).singleElement().isInstanceOfSatisfying(QuotationDrafted.class, drafted -> {
            assertThat(drafted.priceListVersion()).isEqualTo(RAISED_ON);
            assertThat(drafted.lines().getFirst().listPrice()).isEqualTo(usd("200.00"));
        });
        first.when(new IssueQuotation())
                .on(RAISED_ON)
                .then(new QuotationIssued(Quotations.OPPORTUNITY, LAST_DAY, RAISED_ON, 1, null));
    }

    @Test
    @DisplayName("R-095: the list is there and holds on that day, in the currency of the offer")
    void the_cited_list_has_prices() {
        var noList = Scenario.of(QUOTATION).recording(REACHED).reading(new QuotedDeal(true));
        noList.when(OFFER).thenRefused(PRICE_LIST_UNKNOWN, "/priceListId");
        NOTHING.recording(REACHED)
                .when(OFFER)
                .on(LISTED_FROM.minusDays(1))
                .thenRefused(PRICE_LIST_NOT_VALID, "/priceListId");
        var euros = new OfferedLine("gtxpro", null, BigDecimal.ONE, Money.of("1.00", "EUR"), null);
        NOTHING.when(draft(List.of(euros), LAST_DAY, null))
                .thenRefused(CURRENCIES_MIXED, "/lines/0/unitPrice/currency");
    }

    @Test
    @DisplayName("R-098, G11: a price below the list is a discount, alone and with one; an alias is the same product")
    void a_price_below_the_list_is_a_discount() {
        drafted("85.00", null).when(new RequestDiscountApproval("x")).thenRefused(DISCOUNT_WITHIN_AUTHORITY);
        issue(drafted("85.00", null));
        issue(drafted("110.00", "15"));
        for (var beyond : List.of(drafted("84.99", null), drafted("90.00", "6"), drafted("110.00", "23"))) {
            beyond.when(new IssueQuotation()).thenRefused(DISCOUNT_NEEDS_APPROVAL);
        }
        var approved = drafted("84.99", null)
                .when(new RequestDiscountApproval("a reference"))
                .by("kim")
                .then(new DiscountApprovalRequested(
                        Quotations.OPPORTUNITY, new BigDecimal("15.01"), new BigDecimal("15"), "kim", "a reference"))
                .when(new DecideDiscount(true, null, null, null))
                .by("lee")
                .then(new DiscountApproved(Quotations.OPPORTUNITY, "lee", null));
        issue(approved);
    }

    @Test
    @DisplayName("R-095, R-098, G11: a price that no list has needs an approval, whether a list is cited or not")
    void what_no_list_has_is_approved() {
        var other = new OfferedLine("Training", null, BigDecimal.ONE, usd("1000.00"), null);
        var without = draft(List.of(other), LAST_DAY, null);
        var uncited = new DraftQuotation(
                without.opportunityId(),
                without.accountId(),
                "kim",
                null,
                List.of(line("1", "1.00", null)),
                LAST_DAY,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        for (var offer : List.of(without, uncited)) {
            var drafted = NOTHING.given(NOTHING.when(offer).decision().events().getFirst());
            assertThat(view(drafted).lines().getFirst().listPrice()).isNull();
            assertThat(view(drafted).lines().getFirst().concerns()).containsExactly(Concern.NOT_LISTED);
            drafted.when(new IssueQuotation()).thenRefused(DISCOUNT_NEEDS_APPROVAL);
            var approved = drafted.when(new RequestDiscountApproval("made for them"))
                    .by("kim")
                    .then(new DiscountApprovalRequested(
                            Quotations.OPPORTUNITY, BigDecimal.ZERO, new BigDecimal("15"), "kim", "made for them"))
                    .when(new DecideDiscount(true, null, null, null))
                    .by("lee")
                    .then(new DiscountApproved(Quotations.OPPORTUNITY, "lee", null));
            issue(approved);
        }
    }

    @Test
    @DisplayName("R-095: a price is held against cost and market as the list knows them, and the rules that go with it")
    void a_price_is_held_against_cost_and_market() {
        var item = new ListedPrice(List.of("GTX Pro", "GTXPro"), usd("100.00"), usd("80.00"), usd("95.00"));
        var rules = new ListVersion(LISTED_FROM, List.of(item), new BigDecimal("10"), new BigDecimal("5"));
        var cost = new ListVersion(LISTED_FROM, List.of(item), null, null);
        assertThat(concerns(rules, "90.25")).isNull();
        assertThat(concerns(rules, "90.24")).containsExactly(Concern.BELOW_MARKET);
        assertThat(concerns(rules, "88.00")).containsExactly(Concern.BELOW_MARKET);
        assertThat(concerns(rules, "87.99")).containsExactly(Concern.BELOW_COST, Concern.BELOW_MARKET);
        assertThat(concerns(cost, "80.00")).isNull();
        assertThat(concerns(cost, "79.99")).containsExactly(Concern.BELOW_COST);
    }

    @Test
    @DisplayName("R-095, G11: what brings less than its cost finance alone approves")
    void a_price_below_cost_is_finances_to_approve() {
        var item = new ListedPrice(List.of("GTX Pro"), usd("100.00"), usd("95.00"), null);
        var list = new QuotedPrices(List.of(new ListVersion(LISTED_FROM, List.of(item), null, null)));
        var drafted = NOTHING.reading(list)
                .given(NOTHING.when(draft(List.of(line("1", "94.99", null)), LAST_DAY, null))
                        .reading(list)
                        .decision()
                        .events()
                        .getFirst());
        drafted.when(new IssueQuotation()).thenRefused(DISCOUNT_NEEDS_APPROVAL);
        var pending = drafted.when(new RequestDiscountApproval("a reference"))
                .by("kim")
                .then(new DiscountApprovalRequested(
                        Quotations.OPPORTUNITY, new BigDecimal("5.01"), new BigDecimal("15"), "kim", "a reference"));
        for (var other : new Approver[] {null, Approver.SALES_MANAGER}) {
            pending.when(new DecideDiscount(true, null, other, null))
                    .by("lee")
                    .thenRefused(DISCOUNT_BEYOND_APPROVER, "/as");
        }
        pending.when(new DecideDiscount(true, null, Approver.FINANCE, null))
                .by("lee")
                .then(new DiscountApproved(Quotations.OPPORTUNITY, "lee", null));
    }

    @Test
    @DisplayName("R-097: a product is on one line, in whatever spelling, unless the lines are described differently")
    void a_line_is_there_once() {
        var code = line("1", "90.00", null);
        var alias = new OfferedLine("gtxpro", null, BigDecimal.ONE, usd("95.00"), null);
        NOTHING.recording(REACHED)
                .when(draft(List.of(code, alias), LAST_DAY, null))
                .thenRefused(LINE_REPEATED, "/lines/1/product");
        var unlisted = new OfferedLine("Training", "two days", BigDecimal.ONE, usd("95.00"), null);
        NOTHING.when(draft(List.of(unlisted, code, unlisted), LAST_DAY, null))
                .thenRefused(LINE_REPEATED, "/lines/2/product");
        drafted("90.00", null).when(revise(code, alias)).thenRefused(LINE_REPEATED, "/lines/1/product");
        assertThat(NOTHING.when(draft(List.of(code, Quotations.described("plant two", alias)), LAST_DAY, null))
                        .decision()
                        .events())
                .hasSize(1);
    }

    private static @Nullable List<Concern> concerns(ListVersion version, String price) {
        var drafted = NOTHING.when(draft(List.of(line("1", price, null)), LAST_DAY, null))
                .reading(new QuotedPrices(List.of(version)))
                .decision();
        return ((QuotationDrafted) drafted.events().getFirst())
                .lines()
                .getFirst()
                .concerns();
    }

    @Test
    @DisplayName("R-098: a product that the list has for nothing has a price of its own")
    void other_products_have_prices_of_their_own() {
        var free = NOTHING.reading(new QuotedPrices(List.of(listed(LISTED_FROM, "0.00"))));
        issue(free.given(free.when(draft(List.of(line("1", "0.00", null)), LAST_DAY, null))
                .decision()
                .events()
                .getFirst()));
    }

    private static void issue(Scenario<Quotation, Command, QuotationEvent> quotation) {
        quotation
                .when(new IssueQuotation())
                .then(new QuotationIssued(Quotations.OPPORTUNITY, LAST_DAY, TODAY, 1, null));
    }

    /** Some presses under another spelling of their code, at that price. */
    private static Scenario<Quotation, Command, QuotationEvent> drafted(String price, @Nullable String discount) {
        var line = new OfferedLine(
                " gtxpro", null, BigDecimal.TEN, usd(price), discount == null ? null : new BigDecimal(discount));
        return NOTHING.given(NOTHING.when(draft(List.of(line), LAST_DAY, null))
                .decision()
                .events()
                .getFirst());
    }

    private static ListVersion listed(LocalDate from, String price) {
        return new ListVersion(
                from, List.of(new ListedPrice(List.of("GTX Pro", "GTXPro"), usd(price), null, null)), null, null);
    }
}
