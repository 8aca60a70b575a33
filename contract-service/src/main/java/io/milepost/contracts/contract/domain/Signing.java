package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_APPROVED;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_DRAFT;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_OUT_FOR_SIGNATURE;
import static io.milepost.contracts.contract.domain.ContractRefusal.PARTY_ALREADY_SIGNED;
import static io.milepost.contracts.contract.domain.ContractRefusal.REASON_MISSING;
import static io.milepost.contracts.contract.domain.ContractRefusal.SIGNED_BEFORE_SENT;
import static io.milepost.contracts.contract.domain.ContractRefusal.SIGNED_IN_FUTURE;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.contract.domain.Contract.Concluded;
import io.milepost.contracts.contract.domain.Contract.Known;
import io.milepost.contracts.contract.domain.Contract.Open;
import io.milepost.contracts.contract.domain.Contract.OutForSignature;
import io.milepost.contracts.contract.domain.Contract.PartlySigned;
import io.milepost.contracts.contract.domain.Contract.Pending;
import io.milepost.contracts.contract.domain.ContractCommand.DeclineSignature;
import io.milepost.contracts.contract.domain.ContractCommand.SignContract;
import io.milepost.contracts.contract.domain.ContractEvent.ContractBecameEffective;
import io.milepost.contracts.contract.domain.ContractEvent.ContractPartySigned;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSentForSignature;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSignatureDeclined;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSigned;
import io.milepost.contracts.contract.domain.ContractEvent.ContractTermsExplained;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/** The approved contract goes out and both parties sign, in any order, each once (R-131, gate G15); nobody sends or signs what is incomplete or not approved (R-129, gate G14). */
final class Signing {

    private Signing() {}

    static Decision<ContractEvent> send(Known contract, LocalDate today) {
        return switch (contract) {
            case Open open ->
                obstacle(open)
                        .orElseGet(() -> accepted(
                                new ContractSentForSignature(open.draft().opportunityId(), today)));
            case OutForSignature _ -> unchanged();
            case PartlySigned _, Concluded _ -> Decision.refused(CONTRACT_NOT_DRAFT);
        };
    }

    static Decision<ContractEvent> explain(Known contract, LocalDate today) {
        return switch (contract) {
            case Pending pending ->
                pending.explainedOn() == null ? accepted(new ContractTermsExplained(today)) : unchanged();
            case Open _, Concluded _ -> Decision.refused(CONTRACT_NOT_OUT_FOR_SIGNATURE);
        };
    }

    static Decision<ContractEvent> sign(Known contract, SignContract sign, Occasion occasion) {
        var signedOn = Objects.requireNonNullElse(sign.signedOn(), occasion.today());
        return switch (contract) {
            case Concluded concluded -> again(concluded.signatures().by(sign.party()), sign);
            case PartlySigned partly
            when partly.first().party() == sign.party() -> again(partly.first().signedOn(), sign);
            case Open _, Pending _
            when signedOn.isAfter(occasion.today()) ->
                Decision.<ContractEvent>refused(SIGNED_IN_FUTURE).at("/signedOn");
            case Pending pending
            when pending.sentOn() != null && signedOn.isBefore(pending.sentOn()) ->
                Decision.<ContractEvent>refused(SIGNED_BEFORE_SENT).at("/signedOn");
            case Open open when open.draft().basis() == Basis.MIGRATED -> accepted(signature(sign, signedOn));
            case Open open -> obstacle(open).orElseGet(() -> Decision.refused(CONTRACT_NOT_OUT_FOR_SIGNATURE));
            case OutForSignature _ -> accepted(signature(sign, signedOn));
            case PartlySigned partly -> second(partly, signature(sign, signedOn), occasion);
        };
    }

    private static ContractPartySigned signature(SignContract sign, LocalDate signedOn) {
        return new ContractPartySigned(sign.party(), sign.signatory(), signedOn);
    }

    /** Repeating a signature changes nothing; who signed is opaque here, the day is not. */
    private static Decision<ContractEvent> again(LocalDate before, SignContract sign) {
        return sign.signedOn() == null || sign.signedOn().equals(before)
                ? unchanged()
                : Decision.refused(PARTY_ALREADY_SIGNED, "this party has signed on " + before);
    }

    /** What keeps a contract from going out; a signature that is migrated was given long ago and holding it back would deny a fact. */
    private static Optional<Decision<ContractEvent>> obstacle(Open open) {
        var missing = open.content().missing();
        if (!missing.isEmpty()) {
            return Optional.of(Reviewing.incomplete(missing));
        }
        return open.reviews().haveApproved() ? Optional.empty() : Optional.of(Decision.refused(CONTRACT_NOT_APPROVED));
    }

    /** Who declines sends the contract back to its author, also where the other party has signed; we take it back in the same way. */
    static Decision<ContractEvent> decline(Known contract, DeclineSignature decline) {
        if (decline.reason().isBlank()) {
            return Decision.<ContractEvent>refused(REASON_MISSING).at("/reason");
        }
        return switch (contract) {
            case PartlySigned partly
            when partly.first().party() == decline.party() ->
                Decision.refused(
                        PARTY_ALREADY_SIGNED,
                        "this party has signed on " + partly.first().signedOn());
            case Open _, Concluded _ -> Decision.refused(CONTRACT_NOT_OUT_FOR_SIGNATURE);
            case Pending _ ->
                accepted(new ContractSignatureDeclined(
                        contract.draft().opportunityId(), decline.party(), decline.reason()));
        };
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
                partly.content().paymentsIfAny()));
        var agreed = partly.content().terms().effectiveOn();
        if (agreed != null && !agreed.isAfter(occasion.today())) {
            events.add(new ContractBecameEffective(agreed.isBefore(signedOn) ? signedOn : agreed));
        }
        return accepted(events);
    }
}
