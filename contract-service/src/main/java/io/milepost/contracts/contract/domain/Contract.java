package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.BASIS_REASON_MISSING;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_ALREADY_DRAFTED;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_ALREADY_EFFECTIVE;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_DRAFT;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_SIGNED;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_UNKNOWN;
import static io.milepost.contracts.contract.domain.ContractRefusal.EFFECTIVE_BEFORE_SIGNED;
import static io.milepost.contracts.contract.domain.ContractRefusal.EFFECTIVE_IN_FUTURE;
import static io.milepost.contracts.contract.domain.ContractRefusal.OWNER_MISSING;
import static io.milepost.contracts.contract.domain.ContractRefusal.QUOTATION_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.contract.domain.ContractCommand.DraftContract;
import io.milepost.contracts.contract.domain.ContractCommand.ReviseContract;
import io.milepost.contracts.contract.domain.ContractCommand.SetEffectiveDate;
import io.milepost.contracts.contract.domain.ContractCommand.SignContract;
import io.milepost.contracts.contract.domain.ContractEvent.ContractBecameEffective;
import io.milepost.contracts.contract.domain.ContractEvent.ContractDrafted;
import io.milepost.contracts.contract.domain.ContractEvent.ContractIncompleteFlagged;
import io.milepost.contracts.contract.domain.ContractEvent.ContractPartySigned;
import io.milepost.contracts.contract.domain.ContractEvent.ContractRevised;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSigned;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An agreement with a customer, from its draft to the day from which it binds. */
public sealed interface Contract {

    record Unknown() implements Contract {}

    /** Every contract that was drafted. */
    sealed interface Known extends Contract {
        ContractDrafted draft();

        Content content();
    }

    /** Signed by nobody; its content may still change. */
    record Draft(ContractDrafted draft, Content content) implements Known {}

    record PartlySigned(ContractDrafted draft, Content content, ContractPartySigned first) implements Known {}

    /** Signed by both parties. */
    sealed interface Concluded extends Known {
        Signatures signatures();
    }

    record Signed(ContractDrafted draft, Content content, Signatures signatures) implements Concluded {}

    record Effective(ContractDrafted draft, Content content, Signatures signatures, LocalDate effectiveOn)
            implements Concluded {}

    static Decision<ContractEvent> decide(Contract state, ContractCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ -> command instanceof DraftContract draft ? draft(draft) : refused(CONTRACT_UNKNOWN);
            case Known contract ->
                switch (command) {
                    case DraftContract _ -> refused(CONTRACT_ALREADY_DRAFTED);
                    case ReviseContract revise -> revise(contract, revise);
                    case SignContract sign -> Signing.sign(contract, sign, occasion);
                    case SetEffectiveDate(var effectiveOn) -> takeEffect(contract, effectiveOn, occasion);
                };
        };
    }

    static Contract evolve(Contract state, ContractEvent event) {
        return switch (event) {
            case ContractDrafted draft -> new Draft(draft, new Content(draft.value(), draft.lines(), draft.terms()));
            case ContractRevised(var _, var value, var lines, var terms) ->
                new Draft(((Draft) state).draft(), new Content(value, lines, terms));
            case ContractIncompleteFlagged _ -> state;
            case ContractPartySigned signature ->
                switch ((Known) state) {
                    case PartlySigned(var draft, var content, var first) ->
                        new Signed(draft, content, Signatures.of(first, signature));
                    case Known contract -> new PartlySigned(contract.draft(), contract.content(), signature);
                };
            case ContractSigned _ -> state;
            case ContractBecameEffective(var effectiveOn) -> {
                var contract = (Concluded) state;
                yield new Effective(contract.draft(), contract.content(), contract.signatures(), effectiveOn);
            }
        };
    }

    private static Decision<ContractEvent> draft(DraftContract draft) {
        if (draft.basis() == Basis.QUOTATION && draft.quotationId() == null) {
            return refused(QUOTATION_MISSING).at("/quotationId");
        }
        if (draft.basis() != Basis.QUOTATION && isBlank(draft.basisReason())) {
            return refused(BASIS_REASON_MISSING).at("/basisReason");
        }
        if (draft.owner().isBlank()) {
            return refused(OWNER_MISSING).at("/owner");
        }
        var content = Content.of(draft.value(), draft.lines(), draft.terms());
        var fault = content.fault();
        return fault.isPresent()
                ? fault.get()
                : accepted(new ContractDrafted(
                        draft.number(),
                        draft.basis(),
                        draft.basisReason(),
                        draft.quotationId(),
                        draft.opportunityId(),
                        draft.accountId(),
                        draft.owner(),
                        content.value(),
                        content.lines(),
                        content.terms()));
    }

    private static Decision<ContractEvent> revise(Known contract, ReviseContract revise) {
        var content = Content.of(revise.value(), revise.lines(), revise.terms());
        if (!(contract instanceof Draft)) {
            return refused(CONTRACT_NOT_DRAFT);
        }
        if (content.equals(contract.content())) {
            return unchanged();
        }
        var fault = content.fault();
        return fault.isPresent()
                ? fault.get()
                : accepted(new ContractRevised(
                        contract.content().value(), content.value(), content.lines(), content.terms()));
    }

    private static Decision<ContractEvent> takeEffect(Known contract, LocalDate effectiveOn, Occasion occasion) {
        return switch (contract) {
            case Draft _, PartlySigned _ -> refused(CONTRACT_NOT_SIGNED);
            case Effective effective ->
                effectiveOn.equals(effective.effectiveOn()) ? unchanged() : refused(CONTRACT_ALREADY_EFFECTIVE);
            case Signed signed
            when effectiveOn.isBefore(signed.signatures().signedOn()) ->
                refused(EFFECTIVE_BEFORE_SIGNED).at("/effectiveOn");
            case Signed _
            when effectiveOn.isAfter(occasion.today()) ->
                refused(EFFECTIVE_IN_FUTURE).at("/effectiveOn");
            case Signed _ -> accepted(new ContractBecameEffective(effectiveOn));
        };
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Refused<ContractEvent> refused(ContractRefusal reason) {
        return Decision.refused(reason);
    }
}
