package io.milepost.contracts.automation;

import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.ContractEvent.ContractSigned;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.PlanPayments;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A signed contract's payments are planned under its own id; where it states none, all is due at signature. A migrated
 * contract without payments was paid elsewhere and gets no schedule. No refusal settles it: a schedule that somebody planned by hand
 * before is parked, since the two may differ.
 */
public final class WhenContractSignedThenPlanPayments {

    public static final Automation<ContractSigned> AUTOMATION = new Automation<>(
            "when-contract-signed-then-plan-payments",
            "contract",
            "contract.signed.v1",
            ContractSigned.class,
            WhenContractSignedThenPlanPayments::react,
            Set.of());

    private WhenContractSignedThenPlanPayments() {}

    private static Optional<Reaction.Command> react(Inbound cause, ContractSigned signed) {
        var payments = Objects.requireNonNullElse(signed.payments(), List.<PaymentTerm>of());
        if (signed.basis() == Basis.MIGRATED && payments.isEmpty()) {
            return Optional.empty();
        }
        var plan = new PlanPayments(
                signed.opportunityId(),
                signed.accountId(),
                signed.owner(),
                signed.value(),
                signed.signedOn(),
                payments);
        return Optional.of(new Reaction.Command(cause.subject(), plan));
    }
}
