package io.milepost.opportunities.quotation;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;

/** The quotation's commands and events, and how long it waits for an answer. Its events follow its opportunity, and nobody has a role to let one expire. */
public final class QuotationCatalogue {

    public static final Catalogue<Quotation, Command, QuotationEvent> QUOTATION = Catalogue.of(
                    "quotation", "quotations", Quotation.DECIDER)
            .creates(DraftQuotation.class, Drafting::draft, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ReviseQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RequestDiscountApproval.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(DecideDiscount.class, SALES_MANAGER, FINANCE)
            .command(IssueQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RecordNegotiationRound.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(AcceptQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RejectQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(SupersedeQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ExpireQuotation.class)
            .event(QuotationDrafted.class, "quotation.drafted", 1)
            .event(QuotationRevised.class, "quotation.revised", 1)
            .event(DiscountApprovalRequested.class, "quotation.discount-approval-requested", 1)
            .event(DiscountApproved.class, "quotation.discount-approved", 1)
            .event(DiscountRefused.class, "quotation.discount-refused", 1)
            .event(QuotationIssued.class, "quotation.issued", 1)
            .event(NegotiationRoundRecorded.class, "quotation.negotiation-round-recorded", 1)
            .event(QuotationAccepted.class, "quotation.accepted", 1)
            .event(QuotationRejected.class, "quotation.rejected", 1)
            .event(QuotationSuperseded.class, "quotation.superseded", 1)
            .event(QuotationExpired.class, "quotation.expired", 1)
            .rootedBy(QuotationEvent::opportunityId)
            .ownedBy(quotation -> quotation.proposal().draft().owner())
            .refusals(No.class, OWNER_MISSING, REASON_MISSING, DAY_IN_FUTURE, AMOUNT_TOO_LARGE, CURRENCIES_MIXED)
            .view(QuotationView.class, QuotationView::of);

    /** A quotation in the customer's hands expires when the last day of its validity has ended, unless it ended otherwise before. */
    public static final Due<Quotation> QUOTATION_EXPIRY = new Due<>(
            "quotation-expiry",
            QUOTATION,
            ExpireQuotation.class,
            quotation -> quotation instanceof Issued(var proposal, var issued)
                    ? List.of(DueDate.endOf(issued.validUntil(), new ExpireQuotation())
                            .ownedBy(proposal.draft().owner()))
                    : List.of());

    private QuotationCatalogue() {}
}
