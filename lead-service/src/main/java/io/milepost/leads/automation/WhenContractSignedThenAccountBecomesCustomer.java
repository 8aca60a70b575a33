package io.milepost.leads.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.leads.account.Account.BecomeCustomer;
import io.milepost.leads.inbound.contract.ContractSigned;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A signed contract makes its account a customer. An account that is not kept here is nobody's to change: the story ends. */
public final class WhenContractSignedThenAccountBecomesCustomer {

    public static final Automation<ContractSigned> AUTOMATION = new Automation<>(
            "when-contract-signed-then-account-becomes-customer",
            "contract",
            "contract.signed.v1",
            ContractSigned.class,
            WhenContractSignedThenAccountBecomesCustomer::react,
            Set.of(UNKNOWN_TARGET));

    private WhenContractSignedThenAccountBecomesCustomer() {}

    private static Optional<Reaction.Command> react(Inbound cause, ContractSigned signed) {
        var become = new BecomeCustomer(cause.subject(), signed.signedOn());
        return Optional.of(new Reaction.Command(signed.accountId(), become));
    }
}
