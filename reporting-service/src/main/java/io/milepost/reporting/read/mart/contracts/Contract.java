package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.inbound.contract.ContractFacts.BECAME_EFFECTIVE;
import static io.milepost.reporting.inbound.contract.ContractFacts.DRAFTED;
import static io.milepost.reporting.inbound.contract.ContractFacts.REVISED;
import static io.milepost.reporting.inbound.contract.ContractFacts.SIGNED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.contract.ContractFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contract as reports know it.
 *
 * @param signedOn null before
 */
record Contract(
        String owner, State state, Money value, @Nullable LocalDate signedOn, LocalDate day) {

    /** How far it is, in the words of its status. */
    enum State {
        DRAFTED,
        SIGNED,
        EFFECTIVE
    }

    boolean known() {
        return true;
    }

    boolean drafted() {
        return state == State.DRAFTED;
    }

    /** Also an effective one. */
    boolean signed() {
        return state != State.DRAFTED;
    }

    boolean effective() {
        return state == State.EFFECTIVE;
    }

    @Nullable
    String signedMonth() {
        return signedOn == null ? null : YearMonth.from(signedOn).toString();
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
            return Set.of(DRAFTED, REVISED, SIGNED, BECAME_EFFECTIVE);
        }

        @Override
        public LocalDate day(Contract view) {
            return view.day();
        }

        @Override
        public Contract apply(@Nullable Contract before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(DRAFTED)) {
                var drafted = event.as(ContractFacts.Drafted.class);
                return new Contract(drafted.owner(), State.DRAFTED, drafted.value(), null, day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never drafted");
            }
            return switch (event.type()) {
                case REVISED ->
                    new Contract(
                            before.owner,
                            before.state,
                            event.as(ContractFacts.Revised.class).value(),
                            before.signedOn,
                            before.notBefore(day));
                case SIGNED -> {
                    var signed = event.as(ContractFacts.Signed.class);
                    yield new Contract(
                            signed.owner(),
                            State.SIGNED,
                            signed.value(),
                            signed.signedOn(),
                            before.notBefore(signed.signedOn()));
                }
                case BECAME_EFFECTIVE ->
                    new Contract(
                            before.owner,
                            State.EFFECTIVE,
                            before.value,
                            before.signedOn,
                            before.notBefore(event.as(ContractFacts.BecameEffective.class)
                                    .effectiveOn()));
                default -> throw new IllegalArgumentException("not of a contract: " + event.type());
            };
        }
    }
}
