package io.milepost.opportunities.quotation.domain;

import static io.milepost.opportunities.quotation.domain.QuotationRefusal.ACCEPTED_BEFORE_ISSUED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.DAY_IN_FUTURE;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_EXPIRED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUOTATION_STILL_VALID;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.REASON_MISSING;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.ROUND_EMPTY;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.quotation.domain.Quotation.Issued;
import io.milepost.opportunities.quotation.domain.QuotationCommand.RecordNegotiationRound;
import io.milepost.opportunities.quotation.domain.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationAccepted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationExpired;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationRejected;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import java.time.LocalDate;
import java.util.Objects;
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
        var recorded = new NegotiationRoundRecorded(
                offer.draft().opportunityId(), round.topic(), round.ours(), round.theirs(), round.agreed(), on);
        return offer.rounds().contains(recorded) ? unchanged() : accepted(recorded);
    }

    /** The day of the acceptance counts, not that on which it is noted. */
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
        var draft = offer.draft();
        return accepted(new QuotationAccepted(
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                draft.value(),
                draft.lines(),
                draft.paymentMethod(),
                draft.deliveryDeadline(),
                draft.qualityStandard(),
                draft.scope(),
                draft.duration(),
                draft.payments(),
                on));
    }

    static Decision<QuotationEvent> reject(Issued offer, String reason) {
        return reason.isBlank()
                ? refused(REASON_MISSING).at("/reason")
                : accepted(new QuotationRejected(offer.draft().opportunityId(), reason));
    }

    static Decision<QuotationEvent> expire(Issued offer, LocalDate today) {
        var validUntil = offer.issued().validUntil();
        return today.isAfter(validUntil)
                ? accepted(new QuotationExpired(offer.draft().opportunityId(), validUntil))
                : refused(QUOTATION_STILL_VALID);
    }

    private static Refused<QuotationEvent> refused(QuotationRefusal reason) {
        return Decision.refused(reason);
    }
}
