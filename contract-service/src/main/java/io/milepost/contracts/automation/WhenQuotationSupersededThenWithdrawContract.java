package io.milepost.contracts.automation;

import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.ContractCommand.WithdrawSuperseded;
import io.milepost.contracts.inbound.opportunity.QuotationSuperseded;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Automation.Unreached;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A contract whose quotation was replaced is given up, as long as nobody has signed it. One that a party has signed goes on:
 * a signature is a fact (decision 41). Most quotations that are replaced were never accepted and so have no contract.
 */
public final class WhenQuotationSupersededThenWithdrawContract {

    public static final Automation<QuotationSuperseded> AUTOMATION = new Automation<>(
            "when-quotation-superseded-then-withdraw-contract",
            "opportunity",
            "quotation.superseded.v1",
            QuotationSuperseded.class,
            (cause, superseded) -> Optional.of(new Reaction.Command(
                    Contract.idOf(cause.subject()), new WithdrawSuperseded(superseded.successorId()))),
            Set.of(Contract.No.CONTRACT_NOT_DRAFT, Unreached.UNKNOWN_TARGET));

    private WhenQuotationSupersededThenWithdrawContract() {}
}
