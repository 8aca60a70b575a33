package io.milepost.opportunities.quotation.domain;

import static io.milepost.opportunities.quotation.domain.QuotationRefusal.ACCEPTED_BEFORE_ISSUED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.DAY_IN_FUTURE;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_EXPIRED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_STILL_VALID;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.REASON_MISSING;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.ROUND_BEFORE_ISSUED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.ROUND_EMPTY;
import static io.milepost.opportunities.quotation.domain.SuccessionRefusal.OTHER_OPPORTUNITY;
import static io.milepost.opportunities.quotation.domain.SuccessionRefusal.SUCCESSOR_IS_ITSELF;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.quotation.domain.Quotation.Issued;
import io.milepost.opportunities.quotation.domain.QuotationCommand.RecordNegotiationRound;
import io.milepost.opportunities.quotation.domain.QuotationCommand.SupersedeQuotation;
import io.milepost.opportunities.quotation.domain.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationAccepted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationExpired;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationRejected;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationSuperseded;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a quotation in the customer's hands. */
final class Offer {

    private Offer() {}

    static Decision<QuotationEvent> negotiate(Issued offer, RecordNegotiationRound round, LocalDate today) {
        var on = Objects.requireNonNullElse(round.on(), today);
        if (Stream.of(round.ours(), round.theirs(), round.agreed()).allMatch(text -> text == null || text.isBlank())) {
            return refused(ROUND_EMPTY);
        }
        if (on.isAfter(today)) {
            return refused(DAY_IN_FUTURE).at("/on");
        }
        if (on.isBefore(Objects.requireNonNull(offer.proposal().firstIssuedOn()))) {
            return refused(ROUND_BEFORE_ISSUED).at("/on");
        }
        var recorded = new NegotiationRoundRecorded(
                offer.proposal().opportunityId(), round.topic(), round.ours(), round.theirs(), round.agreed(), on);
        return offer.proposal().rounds().contains(recorded) ? unchanged() : accepted(recorded);
    }

    /** The day of the acceptance counts, not that on which it is noted: the offer may have expired meanwhile. */
    static Decision<QuotationEvent> accept(Issued offer, @Nullable LocalDate acceptedOn, LocalDate today) {
        var on = Objects.requireNonNullElse(acceptedOn, today);
        if (on.isAfter(today)) {
            return refused(DAY_IN_FUTURE).at("/acceptedOn");
        }
        if (on.isAfter(offer.issued().validUntil())) {
            return refused(QUOTATION_EXPIRED);
        }
        if (on.isBefore(offer.issued().issuedOn())) {
            return refused(ACCEPTED_BEFORE_ISSUED).at("/acceptedOn");
        }
        var proposal = offer.proposal();
        return accepted(new QuotationAccepted(
                proposal.opportunityId(),
                proposal.accountId(),
                proposal.owner(),
                proposal.value(),
                proposal.lines(),
                proposal.paymentMethod(),
                proposal.deliveryDeadline(),
                proposal.qualityStandard(),
                proposal.scope(),
                proposal.duration(),
                proposal.payments(),
                on));
    }

    static Decision<QuotationEvent> reject(Issued offer, String reason) {
        return reason.isBlank()
                ? refused(REASON_MISSING).at("/reason")
                : accepted(new QuotationRejected(offer.proposal().opportunityId(), reason));
    }

    static Decision<QuotationEvent> supersede(Issued offer, SupersedeQuotation supersede, UUID own) {
        if (supersede.successorId().equals(own)) {
            return refused(SUCCESSOR_IS_ITSELF).at("/successorId");
        }
        var opportunity = offer.proposal().opportunityId();
        return supersede.opportunityId().equals(opportunity)
                ? accepted(new QuotationSuperseded(opportunity, supersede.successorId()))
                : refused(OTHER_OPPORTUNITY).at("/opportunityId");
    }

    static Decision<QuotationEvent> expire(Issued offer, LocalDate today) {
        var validUntil = offer.issued().validUntil();
        return today.isAfter(validUntil)
                ? accepted(new QuotationExpired(offer.proposal().opportunityId(), validUntil))
                : refused(QUOTATION_STILL_VALID);
    }

    private static Refused<QuotationEvent> refused(Refusal reason) {
        return Decision.refused(reason);
    }
}
