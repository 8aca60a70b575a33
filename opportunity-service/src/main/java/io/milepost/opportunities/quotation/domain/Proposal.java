package io.milepost.opportunities.quotation.domain;

import io.milepost.opportunities.quotation.domain.QuotationEvent.NegotiationRoundRecorded;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationDrafted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationIssued;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationRevised;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is offered, as it stands now.
 *
 * @param revision 1 as drafted, one more with each revision
 * @param rounds of all revisions, in their order
 * @param firstIssuedOn whatever the revision was; absent before
 */
public record Proposal(
        UUID opportunityId,
        UUID accountId,
        String owner,
        int revision,
        @Nullable UUID replaces,
        @Nullable UUID priceListId,
        List<PricedLine> lines,
        Money value,
        LocalDate validUntil,
        @Nullable String paymentMethod,
        @Nullable LocalDate deliveryDeadline,
        @Nullable String qualityStandard,
        @Nullable String scope,
        @Nullable String duration,
        List<PaymentTerm> payments,
        List<NegotiationRoundRecorded> rounds,
        @Nullable LocalDate firstIssuedOn) {
    private static final int FIRST = 1;

    public Proposal {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        rounds = List.copyOf(rounds);
    }

    static Proposal of(QuotationDrafted draft) {
        return new Proposal(
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                FIRST,
                draft.replaces(),
                draft.priceListId(),
                draft.lines(),
                draft.value(),
                draft.validUntil(),
                draft.paymentMethod(),
                draft.deliveryDeadline(),
                draft.qualityStandard(),
                draft.scope(),
                draft.duration(),
                draft.payments(),
                List.of(),
                null);
    }

    Proposal after(QuotationRevised revised) {
        return new Proposal(
                opportunityId,
                accountId,
                owner,
                revised.revision(),
                replaces,
                revised.priceListId(),
                revised.lines(),
                revised.value(),
                revised.validUntil(),
                revised.paymentMethod(),
                revised.deliveryDeadline(),
                revised.qualityStandard(),
                revised.scope(),
                revised.duration(),
                revised.payments(),
                rounds,
                firstIssuedOn);
    }

    Proposal after(NegotiationRoundRecorded round) {
        var more = new ArrayList<>(rounds);
        more.add(round);
        return with(more, firstIssuedOn);
    }

    Proposal after(QuotationIssued issued) {
        return firstIssuedOn == null ? with(rounds, issued.issuedOn()) : this;
    }

    private Proposal with(List<NegotiationRoundRecorded> allRounds, @Nullable LocalDate issuedOn) {
        return new Proposal(
                opportunityId,
                accountId,
                owner,
                revision,
                replaces,
                priceListId,
                lines,
                value,
                validUntil,
                paymentMethod,
                deliveryDeadline,
                qualityStandard,
                scope,
                duration,
                payments,
                allRounds,
                issuedOn);
    }
}
