package io.milepost.reporting.read.mart.units;

import static io.milepost.reporting.inbound.contract.UnitFacts.ADDED;
import static io.milepost.reporting.inbound.contract.UnitFacts.HELD;
import static io.milepost.reporting.inbound.contract.UnitFacts.PRICED;
import static io.milepost.reporting.inbound.contract.UnitFacts.RELEASED;
import static io.milepost.reporting.inbound.contract.UnitFacts.RELEASED_FOR_SALE;
import static io.milepost.reporting.inbound.contract.UnitFacts.SOLD;
import static io.milepost.reporting.inbound.contract.UnitFacts.SUBSCRIBED;
import static io.milepost.reporting.inbound.contract.UnitFacts.TAKEN;
import static io.milepost.reporting.inbound.contract.UnitFacts.WITHDRAWN;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.contract.ContractFacts;
import io.milepost.reporting.inbound.contract.UnitFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit as reports know it.
 *
 * @param phase into which it was released last; null before
 * @param reason why it is not sold, in a word
 * @param day of what was said last
 */
record Unit(
        String programme,
        String unitNo,
        @Nullable String phase,
        State state,
        String reason,
        Money price,
        LocalDate day) {

    /** In the words of its status. */
    enum State {
        UNRELEASED,
        AVAILABLE,
        HELD,
        DEPOSIT_TAKEN,
        SUBSCRIBED,
        SOLD,
        WITHDRAWN
    }

    boolean known() {
        return true;
    }

    boolean available() {
        return state == State.AVAILABLE;
    }

    boolean held() {
        return state == State.HELD;
    }

    /** By a whole deposit, with its subscription signed or not. */
    boolean taken() {
        return state == State.DEPOSIT_TAKEN || state == State.SUBSCRIBED;
    }

    boolean sold() {
        return state == State.SOLD;
    }

    boolean unsold() {
        return state != State.SOLD && state != State.WITHDRAWN;
    }

    @Nullable
    LocalDate soldOn() {
        return sold() ? day : null;
    }

    /** Events of units to units. */
    record Folding(ZoneId zone) implements Fold<Unit> {
        @Override
        public String source() {
            return ContractFacts.SOURCE;
        }

        @Override
        public Class<Unit> view() {
            return Unit.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(ADDED, RELEASED_FOR_SALE, PRICED, HELD, TAKEN, SUBSCRIBED, SOLD, RELEASED, WITHDRAWN);
        }

        @Override
        public LocalDate day(Unit view) {
            return view.day();
        }

        @Override
        public Unit apply(@Nullable Unit before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(ADDED)) {
                var added = event.as(UnitFacts.Added.class);
                return new Unit(
                        added.programme(),
                        added.unitNo(),
                        null,
                        State.UNRELEASED,
                        "NOT_RELEASED",
                        added.listPrice(),
                        day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never added");
            }
            return switch (event.type()) {
                case RELEASED_FOR_SALE -> {
                    var released = event.as(UnitFacts.ReleasedForSale.class);
                    yield new Unit(
                            before.programme,
                            before.unitNo,
                            released.phase(),
                            State.AVAILABLE,
                            before.state == State.UNRELEASED ? "NO_CUSTOMER" : before.reason,
                            released.listPrice(),
                            before.notBefore(day));
                }
                case PRICED ->
                    before.of(before.state, before.reason.equals("NO_CUSTOMER") ? "NO_DEPOSIT" : before.reason, day);
                case HELD -> before.of(State.HELD, "TO_BE_TOPPED_UP", day);
                case TAKEN -> before.of(State.DEPOSIT_TAKEN, "TO_BE_SUBSCRIBED", day);
                case SUBSCRIBED -> before.of(State.SUBSCRIBED, "TO_BE_SIGNED", day);
                case SOLD -> before.of(State.SOLD, "", day);
                case RELEASED ->
                    before.of(
                            State.AVAILABLE, event.as(UnitFacts.Released.class).reason(), day);
                case WITHDRAWN -> before.of(State.WITHDRAWN, "WITHDRAWN", day);
                default -> throw new IllegalArgumentException("not of a unit: " + event.type());
            };
        }
    }

    private Unit of(State next, String why, LocalDate on) {
        return new Unit(programme, unitNo, phase, next, why, price, notBefore(on));
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }
}
