package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.Negotiable;
import io.milepost.opportunities.kernel.Proposable;
import io.milepost.opportunities.quotation.Grounds.Binding;
import io.milepost.opportunities.quotation.Proposal.Counterpart;
import io.milepost.opportunities.quotation.Proposal.Successor;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.Quotation.Accepted;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Handing an offer to the customer, and what becomes of it then. */
final class Offering {

    private Offering() {}

    static Decision<QuotationEvent> issue(Quotation quotation, Occasion occasion) {
        return switch (quotation) {
            case PendingApproval _ -> refused(DISCOUNT_PENDING);
            case Draft(var proposal) when !Discounting.covers(proposal, occasion) -> refused(DISCOUNT_NEEDS_APPROVAL);
            case Draft(var proposal) -> issue(proposal, occasion);
            case Approved(var proposal, var _, var _) -> issue(proposal, occasion);
            case Issued _ -> unchanged();
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Decision<QuotationEvent> issue(Proposal proposal, Occasion occasion) {
        var terms = proposal.terms();
        if (Proposable.waits(occasion)) {
            return refused(Proposable.OPPORTUNITY_ON_HOLD);
        }
        if (Proposable.lacksSurvey(occasion)) {
            return refused(Proposable.CUSTOMER_NOT_SURVEYED);
        }
        if (!Promoting.holds(proposal, occasion)) {
            return refused(PROMOTION_NOT_VALID);
        }
        return terms.validUntil().isBefore(occasion.today())
                ? refused(QUOTATION_EXPIRED)
                : Grounds.nothingToOffer(occasion)
                        .<Decision<QuotationEvent>>map(no -> refused(no))
                        .orElseGet(() -> accepted(new QuotationIssued(
                                terms.opportunityId(),
                                terms.validUntil(),
                                occasion.today(),
                                terms.revision(),
                                proposal.draft().replaces())));
    }

    static Decision<QuotationEvent> negotiate(Quotation quotation, RecordNegotiationRound round, Occasion occasion) {
        return switch (quotation) {
            case Issued(var proposal, var _, var _) -> negotiate(proposal, round, occasion);
            case Unissued draft
            when draft.proposal().firstIssuedOn() != null -> negotiate(draft.proposal(), round, occasion);
            case Unissued _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(ended.reason());
        };
    }

    /** Of a deal that is open, also while it is on hold: the customer may go on. */
    private static Decision<QuotationEvent> negotiate(
            Proposal proposal, RecordNegotiationRound round, Occasion occasion) {
        var today = occasion.today();
        var closed = Grounds.dealClosed(occasion);
        if (closed.isPresent()) {
            return refused(closed.get());
        }
        if (Negotiable.lacksSolution(occasion, proposal.opportunityId())) {
            return refused(Negotiable.SOLUTION_NOT_EVALUATED);
        }
        if (Stream.of(round.ours(), round.theirs(), round.agreed()).allMatch(text -> text == null || text.isBlank())) {
            return refused(ROUND_EMPTY);
        }
        var on = Objects.requireNonNullElse(round.on(), today);
        var recorded = new NegotiationRoundRecorded(
                proposal.opportunityId(),
                round.topic(),
                round.ours(),
                round.theirs(),
                round.agreed(),
                on,
                round.with(),
                round.partner());
        boolean withPartner = round.with() == Counterpart.PARTNER;
        return check().text("/partner", round.partner())
                .that(withPartner == (round.partner() != null), "/partner", PARTNER_MISNAMED)
                .notAfter("/on", on, today)
                .that(!on.isBefore(Objects.requireNonNull(proposal.firstIssuedOn())), "/on", ROUND_BEFORE_ISSUED)
                .then(() -> proposal.rounds().contains(recorded) ? unchanged() : accepted(recorded));
    }

    /**
     * The day of the acceptance counts, not the day on which it is recorded: the offer may have expired meanwhile. Its deal may not have
     * ended, for a contract would follow from it, and no other offer may stand as accepted.
     */
    static Decision<QuotationEvent> accept(Quotation quotation, @Nullable LocalDate acceptedOn, Occasion occasion) {
        var on = Objects.requireNonNullElse(acceptedOn, occasion.today());
        return switch (quotation) {
            case Issued offer -> accept(offer, on, occasion);
            case Expired(var offer, var _) -> accept(offer, on, occasion);
            case Accepted(var _, var end) when acceptedOn == null || acceptedOn.equals(end.acceptedOn()) -> unchanged();
            case Unissued _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Decision<QuotationEvent> accept(Issued offer, LocalDate on, Occasion occasion) {
        return check().notAfter("/acceptedOn", on, occasion.today())
                .that(!on.isBefore(offer.issued().issuedOn()), "/acceptedOn", ACCEPTED_BEFORE_ISSUED)
                .then(() -> on.isAfter(offer.issued().validUntil())
                        ? refused(QUOTATION_EXPIRED)
                        : notAcceptable(offer, occasion)
                                .<Decision<QuotationEvent>>map(no -> refused(no))
                                .orElseGet(() -> accepted(acceptance(offer.proposal(), on, occasion))));
    }

    private static Optional<No> notAcceptable(Issued offer, Occasion occasion) {
        var deal = offer.proposal().opportunityId().toString();
        return Grounds.dealClosed(occasion)
                .or(() -> occasion.holderOf(Grounds.ACCEPTED_OF, deal).map(_ -> OTHER_QUOTATION_ACCEPTED));
    }

    private static QuotationAccepted acceptance(Proposal proposal, LocalDate on, Occasion occasion) {
        var binding = occasion.read(Binding.class);
        var draft = proposal.draft();
        var terms = proposal.terms();
        return new QuotationAccepted(
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                terms.value(),
                terms.lines(),
                terms.paymentMethod(),
                terms.deliveryDeadline(),
                terms.qualityStandard(),
                terms.scope(),
                terms.duration(),
                terms.payments(),
                on,
                binding.map(Binding::template).orElse(null),
                binding.map(Binding::version).orElse(null));
    }

    static Decision<QuotationEvent> reject(Quotation quotation, String reason) {
        return switch (quotation) {
            case Issued(var proposal, var _, var _) ->
                check().reason("/reason", reason).accept(() -> new QuotationRejected(proposal.opportunityId(), reason));
            case Rejected(var _, var end) when reason.equals(end.reason()) -> unchanged();
            case Unissued _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(ended.reason());
        };
    }

    /**
     * By one that the customer has been given, of the same deal. An accepted one is replaced by people alone, as long as its deal is open:
     * that another was issued in its place does not undo what the customer has agreed to.
     */
    static Decision<QuotationEvent> supersede(Quotation quotation, SupersedeQuotation supersede, Occasion occasion) {
        var successor = supersede.successorId();
        var other = occasion.read(Successor.class);
        var opportunity = quotation.proposal().opportunityId();
        return switch (quotation) {
            case Accepted _ when !occasion.who().bound() -> refused(QUOTATION_ALREADY_ACCEPTED);
            case Accepted _ when Grounds.dealClosed(occasion).isPresent() -> refused(OPPORTUNITY_ENDED);
            case Issued _, Accepted _ ->
                check().that(!successor.equals(occasion.id()), "/successorId", SUCCESSOR_IS_ITSELF)
                        .that(supersede.opportunityId().equals(opportunity), "/opportunityId", OTHER_OPPORTUNITY)
                        .that(other.isPresent(), "/successorId", SUCCESSOR_UNKNOWN)
                        .that(isOf(other, opportunity), "/successorId", OTHER_OPPORTUNITY)
                        .that(other.map(Successor::issued).orElse(false), "/successorId", SUCCESSOR_NOT_ISSUED)
                        .accept(() -> new QuotationSuperseded(opportunity, successor));
            case Superseded(var _, var end)
            when end.successorId().equals(successor) && opportunity.equals(supersede.opportunityId()) -> unchanged();
            case Unissued _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(ended.reason());
        };
    }

    private static boolean isOf(Optional<Successor> other, UUID opportunity) {
        return other.map(Successor::opportunityId).filter(opportunity::equals).isPresent();
    }

    /** Once for each time that it is issued. */
    static Decision<QuotationEvent> announce(Quotation quotation) {
        return quotation instanceof Issued(var proposal, var issued, var expiring) && expiring == null
                ? accepted(new QuotationExpiryAnnounced(proposal.opportunityId(), issued.validUntil()))
                : unchanged();
    }

    static Decision<QuotationEvent> expire(Quotation quotation, LocalDate today) {
        return switch (quotation) {
            case Issued(var proposal, var issued, var _) ->
                today.isAfter(issued.validUntil())
                        ? accepted(new QuotationExpired(proposal.opportunityId(), issued.validUntil()))
                        : refused(QUOTATION_STILL_VALID);
            case Expired _ -> unchanged();
            case Unissued _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(ended.reason());
        };
    }
}
