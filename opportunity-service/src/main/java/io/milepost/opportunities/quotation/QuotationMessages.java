package io.milepost.opportunities.quotation;

import static io.milepost.platform.catalogue.Role.FINANCE;
import static io.milepost.platform.catalogue.Role.IMPORTER;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.opportunities.quotation.domain.DiscountRefusal;
import io.milepost.opportunities.quotation.domain.OfferRefusal;
import io.milepost.opportunities.quotation.domain.Quotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand;
import io.milepost.opportunities.quotation.domain.QuotationCommand.AcceptQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.DecideDiscount;
import io.milepost.opportunities.quotation.domain.QuotationCommand.DraftQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.ExpireQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.IssueQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.RecordNegotiationRound;
import io.milepost.opportunities.quotation.domain.QuotationCommand.RejectQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.RequestDiscountApproval;
import io.milepost.opportunities.quotation.domain.QuotationCommand.ReviseQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.SupersedeQuotation;
import io.milepost.opportunities.quotation.domain.QuotationEvent;
import io.milepost.opportunities.quotation.domain.QuotationEvent.DiscountApprovalRequested;
import io.milepost.opportunities.quotation.domain.QuotationEvent.DiscountApproved;
import io.milepost.opportunities.quotation.domain.QuotationEvent.DiscountRefused;
import io.milepost.opportunities.quotation.domain.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationAccepted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationDrafted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationExpired;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationIssued;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationRejected;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationRevised;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationSuperseded;
import io.milepost.opportunities.quotation.domain.QuotationRefusal;
import io.milepost.opportunities.quotation.domain.QuotationView;
import io.milepost.opportunities.quotation.domain.SuccessionRefusal;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The quotation's commands and events. It hangs on its opportunity, and nobody has a role to let one expire. */
public final class QuotationMessages {

    public static final Catalogue<Quotation, QuotationCommand, QuotationEvent> QUOTATION = Catalogue.of(
                    "quotation",
                    "quotations",
                    new Decider<Quotation, QuotationCommand, QuotationEvent>(
                            new Quotation.Unknown(), Quotation::decide, Quotation::evolve))
            .creates(DraftQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
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
            .refusals(QuotationRefusal.class)
            .refusals(OfferRefusal.class)
            .refusals(DiscountRefusal.class)
            .refusals(SuccessionRefusal.class)
            .view(QuotationView.class, QuotationView::of);

    private QuotationMessages() {}
}
