package io.milepost.contracts.automation;

import io.milepost.contracts.contract.ContractEvent.ContractAmended;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.RebaselinePayments;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * The payments of a contract follow each amendment of it. No refusal settles it: an amended contract whose payments nobody has
 * planned here is parked until somebody does.
 */
public final class WhenContractAmendedThenRebaselinePayments {

    public static final Automation<ContractAmended> AUTOMATION = new Automation<>(
            "when-contract-amended-then-rebaseline-payments",
            "contract",
            "contract.amended.v1",
            ContractAmended.class,
            WhenContractAmendedThenRebaselinePayments::react,
            Set.of());

    private WhenContractAmendedThenRebaselinePayments() {}

    private static Optional<Reaction.Command> react(Inbound cause, ContractAmended amended) {
        var rebaseline = new RebaselinePayments(
                amended.changeOrderId(),
                amended.number(),
                amended.value().minus(amended.previousValue()),
                amended.effectiveOn(),
                amended.payments(),
                amended.moves(),
                amended.previousTerms() == null ? null : amended.previousTerms().paymentMethod(),
                amended.terms() == null ? null : amended.terms().paymentMethod());
        return Optional.of(new Reaction.Command(cause.subject(), rebaseline));
    }
}
