package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.DealEnd;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A contract that nobody has signed is given up, by people or since its quotation was replaced, and one that was signed by mistake is void (decision 44); while its deal is over a draft goes no further. */
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
            case Voided _ -> refused(CONTRACT_VOIDED);
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
            case Over _ -> unchanged();
            case PartlySigned _, Signed _ -> refused(CONTRACT_NOT_DRAFT);
        };
    }

    /** What was signed by mistake never counted; whether it may be void was decided by two people (decision 44). */
    static Decision<ContractEvent> mistaken(Contract contract, VoidContract voiding) {
        return switch (contract) {
            case Signed signed when signed.isClosed() -> refused(CONTRACT_ALREADY_CLOSED);
            case Signed signed ->
                accepted(new ContractVoided(
                        signed.draft().opportunityId(),
                        signed.draft().accountId(),
                        signed.draft().owner(),
                        signed.agreement().value(),
                        signed.signatures().signedOn(),
                        voiding.cause(),
                        voiding.reason(),
                        voiding.requestedBy(),
                        voiding.decidedBy(),
                        voiding.on()));
            case Voided _ -> unchanged();
            case Open _, Pending _ -> refused(CONTRACT_NOT_SIGNED);
            case Withdrawn _ -> refused(CONTRACT_WITHDRAWN);
        };
    }

    /** We do nothing towards a customer for a deal that is over; what the parties have begun to sign is a fact, and is not asked (decision 41). */
    static Decision<ContractEvent> whileDealIsOpen(Occasion occasion, Supplier<Decision<ContractEvent>> decision) {
        var end = occasion.read(DealEnded.class).map(DealEnded::end).orElse(null);
        return end == null ? decision.get() : refused(DEAL_ENDED, "the deal was " + end);
    }
}
