package io.milepost.contracts.obligation.domain;

import static io.milepost.contracts.obligation.domain.ObligationRegisterRefusal.*;
import static io.milepost.platform.decision.Decision.accepted;

import io.milepost.contracts.obligation.domain.Obligation.Fulfilled;
import io.milepost.contracts.obligation.domain.Obligation.Owed;
import io.milepost.contracts.obligation.domain.Obligation.Waived;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.AddObligation;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.FulfilObligation;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.MarkObligationOverdue;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.OpenObligationRegister;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.WaiveObligation;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationAdded;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationFulfilled;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationOverdue;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationRegisterOpened;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationWaived;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What both sides of a contract owe each other beside its money, which the payment schedule sees to. */
public sealed interface ObligationRegister {

    record Unknown() implements ObligationRegister {}

    /** In the order in which they were added. */
    record Open(ObligationRegisterOpened opening, List<Obligation> obligations) implements ObligationRegister {
        public Open {
            obligations = List.copyOf(obligations);
        }

        /** The obligation of this code, in whatever spelling. */
        Optional<Obligation> find(String code) {
            return spelled(code)
                    .or(() -> obligations.stream()
                            .filter(obligation -> Codes.same(obligation.code(), code))
                            .findFirst());
        }

        private Optional<Obligation> spelled(String code) {
            return obligations.stream()
                    .filter(obligation -> obligation.code().equals(code))
                    .findFirst();
        }

        private Open adding(Obligation obligation) {
            var more = new ArrayList<>(obligations);
            more.add(obligation);
            return new Open(opening, more);
        }

        private Open with(Obligation changed) {
            return new Open(
                    opening,
                    obligations.stream()
                            .map(obligation -> obligation.code().equals(changed.code()) ? changed : obligation)
                            .toList());
        }

        private ObligationAdded terms(String code) {
            return spelled(code).orElseThrow().terms();
        }
    }

    static Decision<ObligationRegisterEvent> decide(
            ObligationRegister state, ObligationRegisterCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof OpenObligationRegister open ? open(open, occasion) : refused(REGISTER_UNKNOWN);
            case Open register ->
                switch (command) {
                    case OpenObligationRegister _ -> refused(REGISTER_ALREADY_OPENED);
                    case AddObligation add -> Owing.add(register, add, occasion.today());
                    case FulfilObligation fulfil -> Owing.fulfil(register, fulfil, occasion.today());
                    case WaiveObligation waive -> Owing.waive(register, waive, occasion.actor());
                    case MarkObligationOverdue(var code) -> Owing.markOverdue(register, code, occasion.today());
                };
        };
    }

    static ObligationRegister evolve(ObligationRegister state, ObligationRegisterEvent event) {
        return switch (event) {
            case ObligationRegisterOpened opening -> new Open(opening, List.of());
            case ObligationAdded terms -> ((Open) state).adding(new Owed(terms, false));
            case ObligationFulfilled end -> {
                var register = (Open) state;
                yield register.with(new Fulfilled(register.terms(end.code()), end));
            }
            case ObligationWaived end -> {
                var register = (Open) state;
                yield register.with(new Waived(register.terms(end.code()), end));
            }
            case ObligationOverdue late -> {
                var register = (Open) state;
                yield register.with(new Owed(register.terms(late.code()), true));
            }
        };
    }

    private static Decision<ObligationRegisterEvent> open(OpenObligationRegister open, Occasion occasion) {
        if (open.owner().isBlank()) {
            return refused(OWNER_MISSING).at("/owner");
        }
        if (!open.contractId().equals(occasion.id())) {
            return refused(CONTRACT_FOREIGN).at("/contractId");
        }
        return occasion.hasHappened(
                        "contract.signed", "contract", open.contractId().toString())
                ? accepted(new ObligationRegisterOpened(open.contractId(), open.owner()))
                : refused(CONTRACT_NOT_SIGNED);
    }

    static Refused<ObligationRegisterEvent> refused(ObligationRegisterRefusal reason) {
        return Decision.refused(reason);
    }
}
