package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The quotation's commands and events, and how long it waits for an answer. Its events follow its opportunity, and nobody has a role to let one expire. */
public final class QuotationCatalogue {

    public static final Catalogue<Quotation, Command, QuotationEvent> QUOTATION = Catalogue.of(
                    "quotation", "quotations", Quotation.DECIDER)
            .creates(DraftQuotation.class, Drafting::draft, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ReviseQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RequestDiscountApproval.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    RequestDiscountApproval.class,
                    () -> OPPORTUNITY,
                    (quotation, _) -> dealOf(quotation),
                    Binding.class,
                    QuotationCatalogue::binding)
            .command(DecideDiscount.class, SALES_MANAGER, FINANCE)
            .narrowing(DecideDiscount.class, QuotationCatalogue::deciders)
            .reads(
                    DecideDiscount.class,
                    () -> OPPORTUNITY,
                    (quotation, _) -> dealOf(quotation),
                    Binding.class,
                    QuotationCatalogue::binding)
            .command(IssueQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    IssueQuotation.class,
                    () -> OPPORTUNITY,
                    (quotation, _) -> dealOfDiscount(quotation),
                    Binding.class,
                    QuotationCatalogue::binding)
            .command(RecordNegotiationRound.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(AcceptQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    AcceptQuotation.class,
                    () -> OPPORTUNITY,
                    (quotation, _) -> dealOf(quotation),
                    Binding.class,
                    QuotationCatalogue::binding)
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

    private static @Nullable UUID dealOf(@Nullable Quotation quotation) {
        return quotation == null ? null : quotation.proposal().opportunityId();
    }

    /** Limits are not asked for where there is nothing to hold against them. */
    private static @Nullable UUID dealOfDiscount(@Nullable Quotation quotation) {
        return quotation == null || !Discounting.hasDiscount(quotation.proposal()) ? null : dealOf(quotation);
    }

    private static Binding binding(Opportunity deal) {
        var process = deal.progress().process();
        return new Binding(process.name(), process.version(), process.discountLimits());
    }

    /** Whoever says as whom it decides has that role. */
    private static Set<Role> deciders(DecideDiscount decide) {
        return switch (decide.as()) {
            case null -> Set.of(SALES_MANAGER, FINANCE);
            case SALES_MANAGER -> Set.of(SALES_MANAGER);
            case FINANCE -> Set.of(FINANCE);
            case SELLER -> Set.of();
        };
    }
}
