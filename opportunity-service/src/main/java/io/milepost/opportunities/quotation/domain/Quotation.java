package io.milepost.opportunities.quotation.domain;

import static io.milepost.opportunities.quotation.domain.QuotationRefusal.OWNER_MISSING;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_ALREADY_ACCEPTED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_ALREADY_DRAFTED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_ALREADY_REJECTED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_EXPIRED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_NOT_ISSUED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_UNKNOWN;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.VALIDITY_OVER;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.quotation.domain.QuotationCommand.AcceptQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.DraftQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.ExpireQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.IssueQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.RecordNegotiationRound;
import io.milepost.opportunities.quotation.domain.QuotationCommand.RejectQuotation;
import io.milepost.opportunities.quotation.domain.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationAccepted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationDrafted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationExpired;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationIssued;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationRejected;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An offer to a customer, from its draft until it is accepted, rejected or out of date. */
public sealed interface Quotation {

    record Unknown() implements Quotation {}

    /** Every quotation that was drafted. */
    sealed interface Known extends Quotation {
        QuotationDrafted draft();
    }

    /** Nobody outside has seen it. */
    record Draft(QuotationDrafted draft) implements Known {}

    /** In the customer's hands, negotiated as soon as there is a round. */
    record Issued(QuotationDrafted draft, QuotationIssued issued, List<NegotiationRoundRecorded> rounds)
            implements Known {
        public Issued {
            rounds = List.copyOf(rounds);
        }
    }

    /** Nothing more happens to it. */
    sealed interface Ended extends Known {
        Issued offer();

        @Override
        default QuotationDrafted draft() {
            return offer().draft();
        }
    }

    record Accepted(Issued offer, QuotationAccepted end) implements Ended {}

    record Rejected(Issued offer, QuotationRejected end) implements Ended {}

    record Expired(Issued offer, QuotationExpired end) implements Ended {}

    static Decision<QuotationEvent> decide(Quotation state, QuotationCommand command, Occasion occasion) {
        var today = occasion.today();
        return switch (state) {
            case Unknown _ ->
                command instanceof DraftQuotation draft ? draft(draft, today) : refused(QUOTATION_UNKNOWN);
            case Known quotation ->
                switch (command) {
                    case DraftQuotation _ -> refused(QUOTATION_ALREADY_DRAFTED);
                    case IssueQuotation _ -> issue(quotation, today);
                    case RecordNegotiationRound round -> negotiate(quotation, round, today);
                    case AcceptQuotation accept -> accept(quotation, accept, today);
                    case RejectQuotation reject -> reject(quotation, reject);
                    case ExpireQuotation _ -> expire(quotation, today);
                };
        };
    }

    static Quotation evolve(Quotation state, QuotationEvent event) {
        return switch (event) {
            case QuotationDrafted draft -> new Draft(draft);
            case QuotationIssued issued -> new Issued(((Known) state).draft(), issued, List.of());
            case NegotiationRoundRecorded round -> {
                var offer = (Issued) state;
                var rounds = new ArrayList<>(offer.rounds());
                rounds.add(round);
                yield new Issued(offer.draft(), offer.issued(), rounds);
            }
            case QuotationAccepted end -> new Accepted((Issued) state, end);
            case QuotationRejected end -> new Rejected((Issued) state, end);
            case QuotationExpired end -> new Expired((Issued) state, end);
        };
    }

    private static Decision<QuotationEvent> draft(DraftQuotation draft, LocalDate today) {
        List<PaymentTerm> payments = draft.payments() == null ? List.of() : draft.payments();
        if (draft.owner().isBlank()) {
            return refused(OWNER_MISSING).at("/owner");
        }
        if (draft.validUntil().isBefore(today)) {
            return refused(VALIDITY_OVER).at("/validUntil");
        }
        var fault = OfferPolicy.faultOfLines(draft.lines()).or(() -> OfferPolicy.faultOfPayments(payments));
        if (fault.isPresent()) {
            return fault.get();
        }
        var lines = draft.lines().stream().map(OfferedLine::priced).toList();
        return accepted(new QuotationDrafted(
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                draft.priceListId(),
                lines,
                lines.stream().map(PricedLine::amount).reduce(Money::plus).orElseThrow(),
                draft.validUntil(),
                draft.paymentMethod(),
                draft.deliveryDeadline(),
                draft.qualityStandard(),
                draft.scope(),
                draft.duration(),
                payments));
    }

    private static Decision<QuotationEvent> issue(Known quotation, LocalDate today) {
        return switch (quotation) {
            case Draft(var draft) when draft.validUntil().isBefore(today) -> refused(QUOTATION_EXPIRED);
            case Draft(var draft) -> accepted(new QuotationIssued(draft.opportunityId(), draft.validUntil(), today));
            case Issued _ -> unchanged();
            case Ended ended -> refused(end(ended));
        };
    }

    private static Decision<QuotationEvent> negotiate(Known quotation, RecordNegotiationRound round, LocalDate today) {
        return switch (quotation) {
            case Issued offer -> Offer.negotiate(offer, round, today);
            case Draft _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(end(ended));
        };
    }

    private static Decision<QuotationEvent> accept(Known quotation, AcceptQuotation accept, LocalDate today) {
        return switch (quotation) {
            case Issued offer -> Offer.accept(offer, accept.acceptedOn(), today);
            case Accepted(var _, var end)
            when accept.acceptedOn() == null || accept.acceptedOn().equals(end.acceptedOn()) -> unchanged();
            case Draft _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(end(ended));
        };
    }

    private static Decision<QuotationEvent> reject(Known quotation, RejectQuotation reject) {
        return switch (quotation) {
            case Issued offer -> Offer.reject(offer, reject.reason());
            case Rejected(var _, var end) when reject.reason().equals(end.reason()) -> unchanged();
            case Draft _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(end(ended));
        };
    }

    private static Decision<QuotationEvent> expire(Known quotation, LocalDate today) {
        return switch (quotation) {
            case Issued offer -> Offer.expire(offer, today);
            case Expired _ -> unchanged();
            case Draft _ -> refused(QUOTATION_NOT_ISSUED);
            case Ended ended -> refused(end(ended));
        };
    }

    private static QuotationRefusal end(Ended quotation) {
        return switch (quotation) {
            case Accepted _ -> QUOTATION_ALREADY_ACCEPTED;
            case Rejected _ -> QUOTATION_ALREADY_REJECTED;
            case Expired _ -> QUOTATION_EXPIRED;
        };
    }

    private static Refused<QuotationEvent> refused(QuotationRefusal reason) {
        return Decision.refused(reason);
    }
}
