package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_INCOMPLETE;
import static io.milepost.contracts.contract.domain.ContractRefusal.PARTY_ALREADY_SIGNED;
import static io.milepost.contracts.contract.domain.ContractRefusal.SIGNED_IN_FUTURE;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.contract.domain.Contract.Concluded;
import io.milepost.contracts.contract.domain.Contract.Draft;
import io.milepost.contracts.contract.domain.Contract.Known;
import io.milepost.contracts.contract.domain.Contract.PartlySigned;
import io.milepost.contracts.contract.domain.ContractCommand.SignContract;
import io.milepost.contracts.contract.domain.ContractEvent.ContractBecameEffective;
import io.milepost.contracts.contract.domain.ContractEvent.ContractIncompleteFlagged;
import io.milepost.contracts.contract.domain.ContractEvent.ContractPartySigned;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSigned;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Both parties sign, in any order, each once (R-131, gate G15); nobody signs what is incomplete (R-122, gate G14). */
final class Signing {

    private Signing() {}

    static Decision<ContractEvent> sign(Known contract, SignContract sign, Occasion occasion) {
        var signedOn = Objects.requireNonNullElse(sign.signedOn(), occasion.today());
        return switch (contract) {
            case Concluded concluded -> again(concluded.signatures().by(sign.party()), sign);
            case PartlySigned partly
            when partly.first().party() == sign.party() -> again(partly.first().signedOn(), sign);
            case Draft _, PartlySigned _
            when signedOn.isAfter(occasion.today()) ->
                Decision.<ContractEvent>refused(SIGNED_IN_FUTURE).at("/signedOn");
            case Draft draft -> first(draft, new ContractPartySigned(sign.party(), sign.signatory(), signedOn));
            case PartlySigned partly ->
                second(partly, new ContractPartySigned(sign.party(), sign.signatory(), signedOn), occasion);
        };
    }

    /** Repeating a signature changes nothing; who signed is opaque here, the day is not. */
    private static Decision<ContractEvent> again(LocalDate before, SignContract sign) {
        return sign.signedOn() == null || sign.signedOn().equals(before)
                ? unchanged()
                : Decision.refused(PARTY_ALREADY_SIGNED, "this party has signed on " + before);
    }

    /** A signature that is migrated was given long ago; holding it back for completeness would deny a fact. */
    private static Decision<ContractEvent> first(Draft draft, ContractPartySigned signature) {
        var missing = draft.content().missing();
        if (missing.isEmpty() || draft.draft().basis() == Basis.MIGRATED) {
            return accepted(signature);
        }
        return Decision.<ContractEvent>refused(CONTRACT_INCOMPLETE, "missing: " + String.join(", ", missing))
                .onRecord(List.of(new ContractIncompleteFlagged(missing)));
    }

    private static Decision<ContractEvent> second(
            PartlySigned partly, ContractPartySigned signature, Occasion occasion) {
        var signedOn = Signatures.of(partly.first(), signature).signedOn();
        var draft = partly.draft();
        var events = new ArrayList<ContractEvent>();
        events.add(signature);
        events.add(new ContractSigned(
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                partly.content().value(),
                signedOn,
                draft.basis(),
                null));
        var agreed = partly.content().terms().effectiveOn();
        if (agreed != null && !agreed.isAfter(occasion.today())) {
            events.add(new ContractBecameEffective(agreed.isBefore(signedOn) ? signedOn : agreed));
        }
        return accepted(events);
    }
}
