package io.milepost.contracts.automation;

import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.ContractCommand.DraftFromQuotation;
import io.milepost.contracts.inbound.opportunity.QuotationAccepted;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.Terms;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * An accepted quotation is drafted as a contract, under an id that follows from the quotation's. No refusal settles it:
 * what was agreed and cannot be written down is parked and alarms.
 */
public final class WhenQuotationAcceptedThenDraftContract {

    public static final Automation<QuotationAccepted> AUTOMATION = new Automation<>(
            "when-quotation-accepted-then-draft-contract",
            "opportunity",
            "quotation.accepted.v1",
            QuotationAccepted.class,
            WhenQuotationAcceptedThenDraftContract::react,
            Set.of());

    private WhenQuotationAcceptedThenDraftContract() {}

    private static Optional<Reaction.Command> react(Inbound cause, QuotationAccepted quotation) {
        var draft = new DraftFromQuotation(
                cause.subject(),
                quotation.opportunityId(),
                quotation.accountId(),
                quotation.owner(),
                quotation.value(),
                quotation.lines().stream()
                        .map(line -> new ContractLine(
                                line.product(),
                                line.description(),
                                line.quantity(),
                                line.unitPrice(),
                                line.discountPercent(),
                                line.source()))
                        .toList(),
                new Terms(
                        quotation.qualityStandard(),
                        quotation.deliveryDeadline(),
                        quotation.paymentMethod(),
                        quotation.scope(),
                        quotation.duration(),
                        null),
                quotation.payments(),
                quotation.template(),
                quotation.templateVersion());
        return Optional.of(new Reaction.Command(Contract.idOf(cause.subject()), draft));
    }
}
