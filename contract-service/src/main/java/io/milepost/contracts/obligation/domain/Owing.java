package io.milepost.contracts.obligation.domain;

import static io.milepost.contracts.obligation.domain.ObligationRegister.refused;
import static io.milepost.contracts.obligation.domain.ObligationRegisterRefusal.*;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.kernel.Horizon;
import io.milepost.contracts.obligation.domain.Obligation.Fulfilled;
import io.milepost.contracts.obligation.domain.Obligation.Owed;
import io.milepost.contracts.obligation.domain.Obligation.Waived;
import io.milepost.contracts.obligation.domain.ObligationRegister.Open;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.AddObligation;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.FulfilObligation;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.WaiveObligation;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationAdded;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationFulfilled;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationOverdue;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationWaived;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.Objects;

/** An obligation is owed until it is fulfilled or waived, and overdue when its last day has ended. */
final class Owing {

    private Owing() {}

    static Decision<ObligationRegisterEvent> add(Open register, AddObligation add, LocalDate today) {
        if (!add.code().matches("[A-Za-z0-9.-]+")) {
            return refused(CODE_FAULTY).at("/code");
        }
        if (add.description().isBlank()) {
            return refused(DESCRIPTION_MISSING).at("/description");
        }
        if (!Horizon.reaches(add.dueOn(), today)) {
            return refused(DAY_IMPLAUSIBLE).at("/dueOn");
        }
        var before = register.find(add.code());
        var code = before.map(Obligation::code).orElse(add.code());
        var terms = new ObligationAdded(
                register.opening().contractId(), code, add.debtor(), add.description(), add.dueOn());
        if (before.isEmpty()) {
            return accepted(terms);
        }
        return before.get().terms().equals(terms)
                ? unchanged()
                : refused(OBLIGATION_CODE_TAKEN).at("/code");
    }

    static Decision<ObligationRegisterEvent> fulfil(Open register, FulfilObligation fulfil, LocalDate today) {
        var day = Objects.requireNonNullElse(fulfil.on(), today);
        if (fulfil.evidence().isBlank()) {
            return refused(EVIDENCE_MISSING).at("/evidence");
        }
        if (day.isAfter(today)) {
            return refused(DAY_IN_FUTURE).at("/on");
        }
        if (!Horizon.reaches(day, today)) {
            return refused(DAY_IMPLAUSIBLE).at("/on");
        }
        var found = register.find(fulfil.code());
        if (found.isEmpty()) {
            return refused(OBLIGATION_UNKNOWN).at("/code");
        }
        return switch (found.get()) {
            case Owed(var terms, var _) ->
                accepted(new ObligationFulfilled(
                        terms.contractId(), terms.code(), terms.debtor(), fulfil.evidence(), day));
            case Fulfilled(var _, var end) ->
                end.evidence().equals(fulfil.evidence())
                                && (fulfil.on() == null || end.fulfilledOn().equals(day))
                        ? unchanged()
                        : refused(OBLIGATION_FULFILLED);
            case Waived _ -> refused(OBLIGATION_WAIVED);
        };
    }

    static Decision<ObligationRegisterEvent> waive(Open register, WaiveObligation waive, String actor) {
        if (waive.reason().isBlank()) {
            return refused(REASON_MISSING).at("/reason");
        }
        var found = register.find(waive.code());
        if (found.isEmpty()) {
            return refused(OBLIGATION_UNKNOWN).at("/code");
        }
        return switch (found.get()) {
            case Owed(var terms, var _) ->
                accepted(new ObligationWaived(terms.contractId(), terms.code(), terms.debtor(), waive.reason(), actor));
            case Waived(var _, var end) ->
                end.reason().equals(waive.reason()) ? unchanged() : refused(OBLIGATION_WAIVED);
            case Fulfilled _ -> refused(OBLIGATION_FULFILLED);
        };
    }

    /** Comes from a timer, perhaps late: what is settled by then is left alone. */
    static Decision<ObligationRegisterEvent> markOverdue(Open register, String code, LocalDate today) {
        var found = register.find(code);
        if (found.isEmpty()) {
            return refused(OBLIGATION_UNKNOWN).at("/code");
        }
        return switch (found.get()) {
            case Owed(var terms, var overdue)
            when !overdue && today.isAfter(terms.dueOn()) ->
                accepted(new ObligationOverdue(
                        terms.contractId(),
                        terms.code(),
                        terms.debtor(),
                        terms.dueOn(),
                        register.opening().owner()));
            case Owed _, Fulfilled _, Waived _ -> unchanged();
        };
    }
}
