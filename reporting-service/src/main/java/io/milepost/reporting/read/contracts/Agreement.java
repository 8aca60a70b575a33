package io.milepost.reporting.read.contracts;

import io.milepost.platform.value.Money;
import io.milepost.reporting.read.cells.View;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the report knows of one contract.
 *
 * @param signedMonth of the day on which it was signed; null before
 */
record Agreement(
        String owner, State state, Money value, @Nullable YearMonth signedMonth, LocalDate day) implements View {

    /** How far a contract is, in the words of its status. */
    enum State {
        DRAFTED,
        SIGNED,
        EFFECTIVE
    }

    Agreement worth(Money now, LocalDate on) {
        return new Agreement(owner, state, now, signedMonth, notBefore(on));
    }

    Agreement signed(String by, Money now, LocalDate on) {
        return new Agreement(by, State.SIGNED, now, YearMonth.from(on), notBefore(on));
    }

    Agreement effective(LocalDate on) {
        return new Agreement(owner, State.EFFECTIVE, value, signedMonth, notBefore(on));
    }
}
