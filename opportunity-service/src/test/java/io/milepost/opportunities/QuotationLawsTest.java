package io.milepost.opportunities;

import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION_EXPIRY;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Template.Approver;
import io.milepost.opportunities.quotation.Proposal.OfferedLine;
import io.milepost.opportunities.quotation.Proposal.PaymentTerm;
import io.milepost.opportunities.quotation.Proposal.PaymentTrigger;
import io.milepost.opportunities.quotation.Quotation;
import io.milepost.opportunities.quotation.Quotation.Command;
import io.milepost.opportunities.quotation.Quotation.RequestDiscountApproval;
import io.milepost.opportunities.quotation.QuotationEvent;
import io.milepost.opportunities.quotation.QuotationEvent.DiscountApprovalRequested;
import io.milepost.opportunities.quotation.QuotationEvent.DiscountApproved;
import io.milepost.opportunities.quotation.QuotationEvent.DiscountRefused;
import io.milepost.opportunities.quotation.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.quotation.QuotationEvent.PromotionApplied;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationAccepted;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationDrafted;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationExpired;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationIssued;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationRevised;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationSuperseded;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for every quotation, whatever its deal and its price list are like. */
class QuotationLawsTest {
    private static final UUID DEAL = new UUID(1, 2);
    private static final LocalDate SOON = LocalDate.parse("2026-03-03");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-03-20");
    private static final OfferedLine LINE = line("2.5");

    private static Laws<Quotation, Command, QuotationEvent> laws() {
        var payment = new PaymentTerm("all", new BigDecimal("100"), PaymentTrigger.ACCEPTANCE, null, null, null);
        return Laws.of(CatalogueTest.askedBySomebodyElse(QUOTATION, RequestDiscountApproval.class))
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
                .terminal("ACCEPTED", "REJECTED", "SUPERSEDED");
    }

    @Test
    void laws_of_the_quotation() {
        // Most histories end before the last day is over; those that begin in the customer's hands are tried below.
        laws().waits(QUOTATION_EXPIRY)
                .rare(QuotationExpired.class)
                .rare(NegotiationRoundRecorded.class)
                .rare(QuotationAccepted.class)
                .rare(QuotationSuperseded.class)
                .check();
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
        laws().after(drafted, new QuotationIssued(DEAL, SOON, LocalDate.parse("2026-03-02"), 1, null))
                .rare(QuotationDrafted.class)
                .rare(QuotationIssued.class)
                .rare(QuotationRevised.class)
                .rare(PromotionApplied.class)
                .rare(DiscountApprovalRequested.class)
                .rare(DiscountApproved.class)
                .rare(DiscountRefused.class)
                .check();
    }

    private static OfferedLine described(OfferedLine line) {
        return new OfferedLine(line.product(), "for plant two", line.quantity(), line.unitPrice(), null);
    }

    private static OfferedLine line(String discount) {
        return new OfferedLine("GTX Pro", null, BigDecimal.TEN, Money.of("4821.00", "USD"), new BigDecimal(discount));
    }
}
