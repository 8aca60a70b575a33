package io.milepost.opportunities.quotation.domain;

import static io.milepost.opportunities.quotation.domain.DiscountRefusal.DISCOUNT_PENDING;
import static io.milepost.opportunities.quotation.domain.OfferRefusal.CURRENCY_CHANGED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.OWNER_MISSING;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.VALIDITY_OVER;
import static io.milepost.opportunities.quotation.domain.SuccessionRefusal.SUCCESSOR_IS_ITSELF;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.quotation.domain.Quotation.Approved;
import io.milepost.opportunities.quotation.domain.Quotation.Draft;
import io.milepost.opportunities.quotation.domain.Quotation.Ended;
import io.milepost.opportunities.quotation.domain.Quotation.Issued;
import io.milepost.opportunities.quotation.domain.Quotation.Known;
import io.milepost.opportunities.quotation.domain.Quotation.PendingApproval;
import io.milepost.opportunities.quotation.domain.QuotationCommand.DraftQuotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand.ReviseQuotation;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationDrafted;
import io.milepost.opportunities.quotation.domain.QuotationEvent.QuotationRevised;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Currencies;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writing an offer, and writing it anew. */
final class Drafting {

    private Drafting() {}

    static Decision<QuotationEvent> draft(DraftQuotation draft, Occasion occasion) {
        var payments = payments(draft.payments());
        if (draft.owner().isBlank()) {
            return refused(OWNER_MISSING).at("/owner");
        }
        if (occasion.id().equals(draft.replaces())) {
            return refused(SUCCESSOR_IS_ITSELF).at("/replaces");
        }
        var fault = fault(draft.validUntil(), draft.lines(), payments, draft.deliveryDeadline(), occasion.today());
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
                value(lines),
                draft.validUntil(),
                draft.paymentMethod(),
                draft.deliveryDeadline(),
                draft.qualityStandard(),
                draft.scope(),
                draft.duration(),
                payments,
                draft.replaces()));
    }

    /** A draft again, to be approved where need be and issued, until which the customer has nothing to accept. */
    static Decision<QuotationEvent> revise(Known quotation, ReviseQuotation revise, LocalDate today) {
        return switch (quotation) {
            case Draft _, Approved _, Issued _ -> revise(quotation.proposal(), revise, today);
            case PendingApproval _ -> refused(DISCOUNT_PENDING);
            case Ended ended -> refused(Quotation.end(ended));
        };
    }

    private static Decision<QuotationEvent> revise(Proposal stands, ReviseQuotation revise, LocalDate today) {
        var payments = payments(revise.payments());
        var fault = fault(revise.validUntil(), revise.lines(), payments, revise.deliveryDeadline(), today);
        if (fault.isPresent()) {
            return fault.get();
        }
        var lines = revise.lines().stream().map(OfferedLine::priced).toList();
        var currency = stands.value().currency();
        if (Currencies.inUse(currency) && !value(lines).currency().equals(currency)) {
            return refused(CURRENCY_CHANGED).at("/lines/0/unitPrice/currency");
        }
        var same = revised(stands, stands.revision(), revise, lines, payments);
        return stands.after(same).equals(stands)
                ? unchanged()
                : accepted(revised(stands, stands.revision() + 1, revise, lines, payments));
    }

    private static QuotationRevised revised(
            Proposal stands, int revision, ReviseQuotation revise, List<PricedLine> lines, List<PaymentTerm> payments) {
        return new QuotationRevised(
                stands.opportunityId(),
                revision,
                revise.priceListId(),
                lines,
                value(lines),
                revise.validUntil(),
                revise.paymentMethod(),
                revise.deliveryDeadline(),
                revise.qualityStandard(),
                revise.scope(),
                revise.duration(),
                payments);
    }

    private static Optional<Refused<QuotationEvent>> fault(
            LocalDate validUntil,
            List<OfferedLine> lines,
            List<PaymentTerm> payments,
            @Nullable LocalDate deliveryDeadline,
            LocalDate today) {
        return validUntil.isBefore(today)
                ? Optional.of(refused(VALIDITY_OVER).at("/validUntil"))
                : OfferPolicy.faultOfLines(lines)
                        .or(() -> OfferPolicy.faultOfPayments(payments))
                        .or(() -> OfferPolicy.faultOfDays(deliveryDeadline, payments, today));
    }

    private static List<PaymentTerm> payments(@Nullable List<PaymentTerm> stated) {
        return Objects.requireNonNullElse(stated, List.of());
    }

    private static Money value(List<PricedLine> lines) {
        return lines.stream().map(PricedLine::amount).reduce(Money::plus).orElseThrow();
    }

    private static Refused<QuotationEvent> refused(Refusal reason) {
        return Decision.refused(reason);
    }
}
