package io.milepost.opportunities;

import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION_EXPIRING;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION_EXPIRY;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Template.Approver;
import io.milepost.opportunities.pricelist.PriceList.PriceItem;
import io.milepost.opportunities.quotation.Proposal.OfferedLine;
import io.milepost.opportunities.quotation.Proposal.PaymentTerm;
import io.milepost.opportunities.quotation.Proposal.PaymentTrigger;
import io.milepost.opportunities.quotation.Quotation;
import io.milepost.opportunities.quotation.Quotation.AcceptQuotation;
import io.milepost.opportunities.quotation.Quotation.Command;
import io.milepost.opportunities.quotation.Quotation.DraftQuotation;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.opportunities.quotation.Quotation.RequestDiscountApproval;
import io.milepost.opportunities.quotation.Quotation.SupersedeQuotation;
import io.milepost.opportunities.quotation.QuotationEvent;
import io.milepost.opportunities.quotation.QuotationEvent.DiscountApprovalRequested;
import io.milepost.opportunities.quotation.QuotationEvent.DiscountApproved;
import io.milepost.opportunities.quotation.QuotationEvent.DiscountRefused;
import io.milepost.opportunities.quotation.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.quotation.QuotationEvent.PromotionApplied;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationAccepted;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationDrafted;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationExpired;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationExpiryAnnounced;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationIssued;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationRevised;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationSuperseded;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What holds for every price list, and for every quotation, whatever its deal and its price list are like. */
class QuotationLawsTest {
    private static final UUID DEAL = new UUID(1, 2);
    private static final LocalDate SOON = LocalDate.parse("2026-03-03");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-03-20");
    private static final OfferedLine LINE = line("2.5");

    private static Laws<Quotation, Command, QuotationEvent> laws(Predicate<Class<?>> commands) {
        var payment = new PaymentTerm("all", new BigDecimal("100"), PaymentTrigger.ACCEPTANCE, null, null, null);
        return Laws.of(only(commands, CatalogueTest.askedBySomebodyElse(QUOTATION, RequestDiscountApproval.class)))
                .suggesting("lines", List.of(LINE), List.of(LINE, described(LINE)), List.of(line("40")))
                .suggesting("open", true)
                .suggesting("ended", false)
                .suggesting("issued", true)
                .suggesting("codes", List.of("GTX Pro"))
                .suggesting("partner", "Hart Ltd")
                .suggesting("validFrom", LocalDate.parse("2026-01-01"))
                .suggesting("opportunityId", DEAL)
                .suggesting("owner", "kim")
                .suggesting("discountLimits", SalesProcesses.standardLimits())
                .suggesting("as", Approver.FINANCE)
                .suggesting("reason", "alpha", "beta")
                .suggesting("payments", List.of(), List.of(payment))
                .suggesting("validUntil", LAST_DAY, LocalDate.parse("2026-04-20"))
                .suggesting("replaces", new UUID(1, 1))
                .suggesting("PromotionGrant.approved", true)
                .suggesting("percent", new BigDecimal("5"))
                .suggesting("from", LocalDate.parse("2026-01-01"))
                .suggesting("until", LocalDate.parse("2026-12-31"))
                .suggesting("products", List.of())
                .suggesting("segments", List.of())
                .suggesting("AskedOfDeal.held", false)
                .terminal("REJECTED", "SUPERSEDED");
    }

    @Test
    void laws_of_the_quotation() {
        // Most histories end before the last day is over; those that begin in the customer's hands are tried below.
        laws(command -> command != AcceptQuotation.class)
                .waits(QUOTATION_EXPIRY)
                .waits(QUOTATION_EXPIRING)
                .rare(QuotationExpiryAnnounced.class)
                .rare(QuotationExpired.class)
                .rare(NegotiationRoundRecorded.class)
                .rare(QuotationAccepted.class)
                .rare(QuotationSuperseded.class)
                .check();
    }

    /** Of one deal, so that they stand in each other's way. */
    @Test
    void laws_of_offers_beside_each_other() {
        var handled =
                Set.of(DraftQuotation.class, IssueQuotation.class, AcceptQuotation.class, SupersedeQuotation.class);
        var laws = laws(handled::contains)
                .suggesting("validUntil", LAST_DAY.plusYears(1))
                .suggesting("lines", List.of(LINE))
                .suggesting("price", Money.of("4821.00", "USD"))
                .suggesting("cost", Money.of("1.00", "USD"))
                .suggesting("market", Money.of("1.00", "USD"));
        for (var event : QUOTATION.events()) {
            laws = laws.rare(event.type().asSubclass(QuotationEvent.class));
        }
        laws.check();
    }

    private static Catalogue<Quotation, Command, QuotationEvent> only(
            Predicate<Class<?>> commands, Catalogue<Quotation, Command, QuotationEvent> catalogue) {
        return new Catalogue<>(
                catalogue.aggregate(),
                catalogue.plural(),
                catalogue.decider(),
                catalogue.owner(),
                catalogue.keepers(),
                catalogue.readers(),
                catalogue.holds(),
                catalogue.view(),
                catalogue.viewType(),
                catalogue.commands().stream()
                        .filter(row -> commands.test(row.type()))
                        .toList(),
                catalogue.events(),
                catalogue.refusals());
    }

    @Test
    void laws_of_an_offer_in_the_customers_hands() {
        var drafted = new QuotationDrafted(
                DEAL,
                DEAL,
                "kim",
                null,
                List.of(),
                Money.of("12.50", "USD"),
                SOON,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null);
        laws(_ -> true)
                .after(drafted, new QuotationIssued(DEAL, SOON, LocalDate.parse("2026-03-02"), 1, null))
                .rare(QuotationDrafted.class)
                .rare(QuotationIssued.class)
                .rare(QuotationRevised.class)
                .rare(PromotionApplied.class)
                .rare(DiscountApprovalRequested.class)
                .rare(DiscountApproved.class)
                .rare(DiscountRefused.class)
                .check();
    }

    @Test
    void laws_of_the_price_list() {
        var item = new PriceItem("GTX Pro", "GTX Pro", Money.of("4821.00", "USD"), List.of("GTXPro"));
        Laws.of(PRICE_LIST).suggesting("items", List.of(item)).check();
    }

    private static OfferedLine described(OfferedLine line) {
        return new OfferedLine(line.product(), "for plant two", line.quantity(), line.unitPrice(), null);
    }

    private static OfferedLine line(String discount) {
        return new OfferedLine("GTX Pro", null, BigDecimal.TEN, Money.of("4821.00", "USD"), new BigDecimal(discount));
    }
}
