package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.configuration.ConfigurationCatalogue.CONFIGURATION;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.promotion.PromotionCatalogue.PROMOTION;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.solution.SolutionCatalogue.SOLUTION;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.opportunities.configuration.Configuration;
import io.milepost.opportunities.kernel.AgreedSolution;
import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.IssuedBill;
import io.milepost.opportunities.kernel.Negotiable;
import io.milepost.opportunities.kernel.PromotionGrant;
import io.milepost.opportunities.kernel.Proposable;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.pricelist.PriceList;
import io.milepost.opportunities.promotion.Promotion;
import io.milepost.opportunities.quotation.Grounds.*;
import io.milepost.opportunities.quotation.Proposal.Successor;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.opportunities.solution.Solution;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The quotation's commands and events, and how long it waits for an answer. Its events follow its opportunity, and nobody has a role
 * to let one expire. Who answers for the account speaks with the customer about it; anybody of the team may write it.
 */
public final class QuotationCatalogue {
    private static final String ACCOUNT_RESPONSIBLE = "the account responsible (AR) of the sales project";

    /** How long before its last day it is told that a quotation is about to expire. */
    private static final int DAYS_AHEAD = 7;

    private static final Read<Quotation, Opportunity, QuotedDeal> DEAL = new Read<>(
            () -> OPPORTUNITY, (_, offer, _) -> Grounds.dealOf(offer), QuotedDeal.class, QuotationCatalogue::asDeal);

    private static final Read<Quotation, Opportunity, Binding> PROCESS = new Read<>(
            () -> OPPORTUNITY, (_, offer, _) -> Grounds.dealOf(offer), Binding.class, QuotationCatalogue::binding);

    private static final Read<Quotation, Opportunity, AskedOfDeal> ASKED = new Read<>(
            () -> OPPORTUNITY, (_, offer, _) -> Grounds.dealOf(offer), AskedOfDeal.class, OpportunityCatalogue::asked);

    private static final Read<Quotation, SalesProject, QuotedProject> PROJECT = new Read<>(
            () -> SALES_PROJECT,
            (_, offer, _) -> Grounds.dealOf(offer),
            QuotedProject.class,
            QuotationCatalogue::asProject);

    public static final Catalogue<Quotation, Command, QuotationEvent> QUOTATION = Catalogue.of(
                    "quotation", "quotations", Quotation.DECIDER)
            .creates(DraftQuotation.class, Drafting::draft, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    DraftQuotation.class,
                    () -> OPPORTUNITY,
                    (_, draft) -> draft.opportunityId(),
                    QuotedDeal.class,
                    QuotationCatalogue::asDeal)
            .reads(
                    DraftQuotation.class,
                    () -> SALES_PROJECT,
                    (_, draft) -> draft.opportunityId(),
                    QuotedProject.class,
                    QuotationCatalogue::asProject)
            .reads(
                    DraftQuotation.class,
                    () -> PRICE_LIST,
                    (_, draft) -> draft.priceListId(),
                    QuotedPrices.class,
                    QuotationCatalogue::asPrices)
            .reads(
                    DraftQuotation.class,
                    () -> SOLUTION,
                    (_, draft) -> Sources.solutionOf(draft.lines()),
                    AgreedSolution.class,
                    Solution::agreed)
            .reads(
                    DraftQuotation.class,
                    () -> CONFIGURATION,
                    (_, draft) -> Sources.billOf(draft.lines()),
                    IssuedBill.class,
                    Configuration::bill)
            .command(ReviseQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(ReviseQuotation.class, DEAL)
            .reads(ReviseQuotation.class, PROJECT)
            .reads(
                    ReviseQuotation.class,
                    () -> PRICE_LIST,
                    (_, revise) -> revise.priceListId(),
                    QuotedPrices.class,
                    QuotationCatalogue::asPrices)
            .reads(
                    ReviseQuotation.class,
                    () -> SOLUTION,
                    (_, revise) -> Sources.solutionOf(revise.lines()),
                    AgreedSolution.class,
                    Solution::agreed)
            .reads(
                    ReviseQuotation.class,
                    () -> CONFIGURATION,
                    (_, revise) -> Sources.billOf(revise.lines()),
                    IssuedBill.class,
                    Configuration::bill)
            .command(ApplyPromotion.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    ApplyPromotion.class,
                    () -> PROMOTION,
                    (_, apply) -> apply.promotionId(),
                    PromotionGrant.class,
                    Promotion::grant)
            .command(NameOfferCompetitors.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RequestDiscountApproval.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(RequestDiscountApproval.class, PROCESS)
            .duty(RequestDiscountApproval.class, ofAccount(RequestDiscountApproval.class))
            .command(DecideDiscount.class, SALES_MANAGER, FINANCE, IMPORTER)
            .narrowing(DecideDiscount.class, QuotationCatalogue::deciders)
            .reads(DecideDiscount.class, PROCESS)
            .command(IssueQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(IssueQuotation.class, DEAL)
            .reads(IssueQuotation.class, PROCESS)
            .reads(IssueQuotation.class, PROJECT)
            .reads(IssueQuotation.class, ASKED)
            .reads(
                    IssueQuotation.class,
                    () -> PROMOTION,
                    (offer, _) -> Grounds.promotionOf(offer),
                    PromotionGrant.class,
                    Promotion::grant)
            .duty(IssueQuotation.class, ofAccount(IssueQuotation.class))
            .command(RecordNegotiationRound.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(RecordNegotiationRound.class, ASKED)
            .reads(RecordNegotiationRound.class, DEAL)
            .claims(RecordNegotiationRound.class, Negotiable.SOLUTION_OF, (_, offer, _) -> Grounds.keyOf(offer))
            .duty(RecordNegotiationRound.class, ofAccount(RecordNegotiationRound.class))
            .command(AcceptQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(AcceptQuotation.class, DEAL)
            .reads(AcceptQuotation.class, PROCESS)
            .claims(AcceptQuotation.class, Grounds.ACCEPTED_OF, (_, offer, _) -> Grounds.keyOf(offer))
            .duty(AcceptQuotation.class, ofAccount(AcceptQuotation.class))
            .command(RejectQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(RejectQuotation.class, ofAccount(RejectQuotation.class))
            .command(SupersedeQuotation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(SupersedeQuotation.class, DEAL)
            .duty(SupersedeQuotation.class, ofAccount(SupersedeQuotation.class))
            .reads(
                    SupersedeQuotation.class,
                    QuotationCatalogue::itself,
                    (_, supersede) -> supersede.successorId(),
                    Successor.class,
                    other -> new Successor(
                            other.proposal().opportunityId(), other.proposal().firstIssuedOn() != null))
            .command(AnnounceExpiry.class)
            .command(ExpireQuotation.class)
            .event(QuotationDrafted.class, "quotation.drafted", 1)
            .event(QuotationRevised.class, "quotation.revised", 1)
            .event(DiscountApprovalRequested.class, "quotation.discount-approval-requested", 1)
            .event(DiscountApproved.class, "quotation.discount-approved", 1)
            .event(DiscountRefused.class, "quotation.discount-refused", 1)
            .event(PromotionApplied.class, "quotation.promotion-applied", 1)
            .event(OfferCompetitorsNamed.class, "quotation.competitors-named", 1)
            .event(QuotationIssued.class, "quotation.issued", 1)
            .event(NegotiationRoundRecorded.class, "quotation.negotiation-round-recorded", 1)
            .event(QuotationAccepted.class, "quotation.accepted", 1)
            .tags(
                    QuotationAccepted.class,
                    accepted -> Set.of(new Tag(
                            Grounds.ACCEPTED_OF, accepted.opportunityId().toString())))
            .holds(Grounds.ACCEPTED_OF, offer -> offer instanceof Accepted ? Grounds.keyOf(offer) : List.of())
            .event(QuotationRejected.class, "quotation.rejected", 1)
            .event(QuotationSuperseded.class, "quotation.superseded", 1)
            .event(QuotationExpiryAnnounced.class, "quotation.expiry-announced", 1)
            .event(QuotationExpired.class, "quotation.expired", 1)
            .rootedBy(QuotationEvent::opportunityId)
            .ownedBy(quotation -> quotation.proposal().draft().owner())
            .refusals(Negotiable.class)
            .refusals(Proposable.class)
            .refusals(Sources.No.class)
            .refusals(
                    No.class,
                    OWNER_MISSING,
                    REASON_MISSING,
                    DAY_IN_FUTURE,
                    DAY_IMPLAUSIBLE,
                    AMOUNT_TOO_LARGE,
                    CURRENCIES_MIXED,
                    TEXT_MISSING)
            .view(QuotationView.class, QuotationView::of);

    /** A quotation in the customer's hands expires when the last day of its validity has ended, unless it ended otherwise before. */
    public static final Due<Quotation> QUOTATION_EXPIRY = new Due<>(
            "quotation-expiry",
            QUOTATION,
            ExpireQuotation.class,
            quotation -> quotation instanceof Issued(var proposal, var issued, var _)
                    ? List.of(DueDate.endOf(issued.validUntil(), new ExpireQuotation())
                            .ownedBy(proposal.draft().owner()))
                    : List.of());

    /** That is announced a week ahead, where the quotation was issued before then. */
    public static final Due<Quotation> QUOTATION_EXPIRING = new Due<>(
            "quotation-expiring",
            QUOTATION,
            AnnounceExpiry.class,
            quotation -> quotation instanceof Issued(var proposal, var issued, var expiring)
                            && expiring == null
                            && issued.issuedOn().isBefore(issued.validUntil().minusDays(DAYS_AHEAD))
                    ? List.of(DueDate.endOf(issued.validUntil().minusDays(DAYS_AHEAD), new AnnounceExpiry())
                            .ownedBy(proposal.draft().owner()))
                    : List.of());

    /** Whoever made the offer is told while there is time to ask the customer. */
    public static final NoticeRule<QuotationExpiryAnnounced> EXPIRING_NOTICE = notice("quotation-expiring")
            .on(QUOTATION, QuotationExpiryAnnounced.class)
            .about(soon -> soon.validUntil().toString())
            .to(OWNER);

    /** Whoever made the offer, and the manager, are told that it has expired. */
    public static final NoticeRule<QuotationExpired> EXPIRED_NOTICE =
            notice("quotation-expired").on(QUOTATION, QuotationExpired.class).to(OWNER, MANAGER);

    private QuotationCatalogue() {}

    private static Catalogue<Quotation, ?, ?> itself() {
        return QUOTATION;
    }

    private static Binding binding(Opportunity deal) {
        var process = deal.progress().process();
        return new Binding(process.name(), process.version(), process.discountLimits());
    }

    /** Whoever says as whom it decides has that role; an import says as whom it was decided. */
    private static Set<Role> deciders(DecideDiscount decide) {
        return switch (decide.as()) {
            case null -> Set.of(SALES_MANAGER, FINANCE, IMPORTER);
            case SALES_MANAGER -> Set.of(SALES_MANAGER, IMPORTER);
            case FINANCE -> Set.of(FINANCE, IMPORTER);
            case SELLER -> Set.of(IMPORTER);
        };
    }

    private static QuotedDeal asDeal(Opportunity opportunity) {
        return new QuotedDeal(opportunity instanceof Opportunity.Open);
    }

    private static QuotedProject asProject(SalesProject project) {
        return new QuotedProject(project instanceof SalesProject.Ended);
    }

    private static QuotedPrices asPrices(PriceList list) {
        return new QuotedPrices(list.versions().stream()
                .map(version -> new ListVersion(
                        version.validFrom(),
                        version.items().stream()
                                .map(item -> new ListedPrice(
                                        Stream.concat(Stream.of(item.code()), item.aliases().stream())
                                                .toList(),
                                        item.price(),
                                        item.cost(),
                                        item.market()))
                                .toList(),
                        version.rules() == null ? null : version.rules().leastOverCostPercent(),
                        version.rules() == null ? null : version.rules().mostBelowMarketPercent()))
                .toList());
    }

    /** A sales project has the id of its deal. */
    private static <T extends Record> Duty<Quotation> ofAccount(Class<T> type) {
        return Duty.of(
                type,
                ACCOUNT_RESPONSIBLE,
                () -> SALES_PROJECT,
                (_, quotation, _) ->
                        Objects.requireNonNull(quotation).proposal().opportunityId(),
                (_, project) -> project.holders(TeamRole.AR));
    }
}
