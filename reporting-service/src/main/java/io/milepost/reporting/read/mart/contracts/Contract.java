package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.inbound.contract.ContractFacts.AMENDED;
import static io.milepost.reporting.inbound.contract.ContractFacts.BECAME_EFFECTIVE;
import static io.milepost.reporting.inbound.contract.ContractFacts.DRAFTED;
import static io.milepost.reporting.inbound.contract.ContractFacts.REVISED;
import static io.milepost.reporting.inbound.contract.ContractFacts.SIGNED;
import static io.milepost.reporting.inbound.contract.ContractFacts.VOIDED;
import static io.milepost.reporting.inbound.contract.ContractFacts.WITHDRAWN;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.contract.ContractFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract as reports know it.
 *
 * @param deal that it is of, the id of an opportunity
 * @param value as it is signed, and amended since
 * @param signedOn null before
 */
record Contract(
        UUID id,
        String owner,
        State state,
        Money value,
        @Nullable LocalDate signedOn,
        LocalDate day,
        @Nullable UUID deal,
        @Nullable UUID account) {

    /** How far it is, in the words of its status. */
    enum State {
        DRAFTED,
        WITHDRAWN,
        SIGNED,
        EFFECTIVE,
        VOIDED
    }

    boolean known() {
        return true;
    }

    boolean drafted() {
        return state == State.DRAFTED;
    }

    /** Also an effective one. */
    boolean signed() {
        return state == State.SIGNED || state == State.EFFECTIVE;
    }

    boolean effective() {
        return state == State.EFFECTIVE;
    }

    @Nullable
    String dealId() {
        return deal == null ? null : deal.toString();
    }

    @Nullable
    String accountId() {
        return account == null ? null : account.toString();
    }

    @Nullable
    String signedMonth() {
        return Periods.month(signedOn);
    }

    @Nullable
    String signedQuarter() {
        return Periods.quarter(signedOn);
    }

    @Nullable
    String signedYear() {
        return Periods.year(signedOn);
    }

    /** What its quarter adds to the forecast of each of the four after it; nothing before it is signed. */
    Map<String, Trend> trend() {
        return signedOn == null ? Map.of() : Trend.of(owner, value, signedOn);
    }

    Map<String, Signer> signers() {
        return Signer.of(this);
    }

    private Contract becomes(String whose, State next, Money worth, @Nullable LocalDate signed, LocalDate on) {
        return new Contract(id, whose, next, worth, signed, notBefore(on), deal, account);
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    /** Contract events to contracts. */
    record Folding(ZoneId zone) implements Fold<Contract> {
        @Override
        public String source() {
            return ContractFacts.SOURCE;
        }

        @Override
        public Class<Contract> view() {
            return Contract.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(DRAFTED, REVISED, SIGNED, BECAME_EFFECTIVE, AMENDED, WITHDRAWN, VOIDED);
        }

        @Override
        public LocalDate day(Contract view) {
            return view.day();
        }

        @Override
        public String rules() {
            return "5";
        }

        @Override
        public Contract apply(@Nullable Contract before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(DRAFTED)) {
                var drafted = event.as(ContractFacts.Drafted.class);
                return new Contract(
                        event.subject(),
                        drafted.owner(),
                        State.DRAFTED,
                        drafted.value(),
                        null,
                        day,
                        drafted.opportunityId(),
                        drafted.accountId());
            }
            if (before == null) {
                throw new IllegalStateException("it was never drafted");
            }
            return switch (event.type()) {
                case REVISED ->
                    before.becomes(
                            before.owner,
                            before.state,
                            event.as(ContractFacts.Revised.class).value(),
                            before.signedOn,
                            day);
                case SIGNED -> {
                    var signed = event.as(ContractFacts.Signed.class);
                    yield before.becomes(
                            signed.owner(), State.SIGNED, signed.value(), signed.signedOn(), signed.signedOn());
                }
                case BECAME_EFFECTIVE ->
                    before.becomes(
                            before.owner,
                            State.EFFECTIVE,
                            before.value,
                            before.signedOn,
                            event.as(ContractFacts.BecameEffective.class).effectiveOn());
                case WITHDRAWN -> before.becomes(before.owner, State.WITHDRAWN, before.value, null, day);
                case VOIDED ->
                    before.becomes(
                            before.owner,
                            State.VOIDED,
                            before.value,
                            null,
                            event.as(ContractFacts.Voided.class).on());
                case AMENDED -> {
                    var amended = event.as(ContractFacts.Amended.class);
                    yield before.becomes(
                            before.owner, before.state, amended.value(), before.signedOn, amended.signedOn());
                }
                default -> throw new IllegalArgumentException("not of a contract: " + event.type());
            };
        }
    }
}
