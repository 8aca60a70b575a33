package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.ContractWithdrawn;
import io.milepost.contracts.kernel.DealEnd;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A contract that nobody has signed is given up, by people or since its quotation was replaced; while its deal is over it goes no further. */
final class Withdrawing {

    private Withdrawing() {}

    /** How its deal ended without a contract; null where it did not. */
    record DealEnded(@Nullable DealEnd end) {}

    static Decision<ContractEvent> byHand(Contract contract, WithdrawContract withdraw, Occasion occasion) {
        return check().reason("/reason", withdraw.reason()).then(() -> switch (contract) {
            case Open open ->
                accepted(new ContractWithdrawn(
                        open.draft().opportunityId(),
                        withdraw.reason(),
                        null,
                        occasion.today(),
                        occasion.who().name()));
            case Withdrawn(var _, var _, var end) ->
                withdraw.reason().equals(end.reason()) ? unchanged() : refused(CONTRACT_WITHDRAWN);
            case Pending _, Signed _ -> refused(CONTRACT_NOT_DRAFT);
        });
    }

    static Decision<ContractEvent> superseded(Contract contract, WithdrawSuperseded withdraw, Occasion occasion) {
        return switch (contract) {
            case Open _, OutForSignature _ ->
                accepted(new ContractWithdrawn(
                        contract.draft().opportunityId(),
                        null,
                        withdraw.successorId(),
                        occasion.today(),
                        occasion.who().name()));
            case Withdrawn _ -> unchanged();
            case PartlySigned _, Signed _ -> refused(CONTRACT_NOT_DRAFT);
        };
    }

    /** We do nothing towards a customer for a deal that is over; what the parties have begun to sign is a fact, and is not asked (decision 41). */
    static Decision<ContractEvent> whileDealIsOpen(Occasion occasion, Supplier<Decision<ContractEvent>> decision) {
        var end = occasion.read(DealEnded.class).map(DealEnded::end).orElse(null);
        return end == null ? decision.get() : refused(DEAL_ENDED, "the deal was " + end);
    }
}
