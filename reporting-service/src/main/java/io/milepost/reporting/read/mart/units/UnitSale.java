package io.milepost.reporting.read.mart.units;

import static io.milepost.reporting.inbound.contract.UnitFacts.COMPLETED;
import static io.milepost.reporting.inbound.contract.UnitFacts.CONVERTED;
import static io.milepost.reporting.inbound.contract.UnitFacts.FORFEITED;
import static io.milepost.reporting.inbound.contract.UnitFacts.PAID;
import static io.milepost.reporting.inbound.contract.UnitFacts.PARTLY_PAID;
import static io.milepost.reporting.inbound.contract.UnitFacts.REFUNDED;
import static io.milepost.reporting.inbound.contract.UnitFacts.REFUND_DUE;
import static io.milepost.reporting.inbound.contract.UnitFacts.REJECTED;
import static io.milepost.reporting.inbound.contract.UnitFacts.RESCHEDULED;
import static io.milepost.reporting.inbound.contract.UnitFacts.SIGNED;
import static io.milepost.reporting.inbound.contract.UnitFacts.TOPPED_UP;

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
 * A deposit and the subscription of its id, as reports know them. Its money stands apart from that of contracts, of which it becomes a part
 * when it is converted (decision 21).
 *
 * @param phase null of one that was rejected
 * @param kind EARNEST_MONEY or DEPOSIT
 * @param open what is missing of a hold; null otherwise
 * @param topUpBy last day for it
 * @param due to the buyer; null where nothing is
 * @param contractOn the agreed day of signing; null until the letter says it
 * @param subscribedOn the day on which the letter was signed; null before
 */
record UnitSale(
        String owner,
        String programme,
        String unitNo,
        @Nullable String phase,
        String kind,
        State state,
        Money paid,
        @Nullable Money open,
        @Nullable LocalDate topUpBy,
        @Nullable Money due,
        @Nullable Money forfeited,
        @Nullable LocalDate contractOn,
        @Nullable LocalDate subscribedOn,
        LocalDate day) {

    /** In the words of its status. */
    enum State {
        PARTIAL,
        PAID,
        REFUND_DUE,
        REFUNDED,
        FORFEITED,
        CONVERTED
    }

    boolean subscribed() {
        return subscribedOn != null;
    }

    boolean toTopUp() {
        return state == State.PARTIAL;
    }

    /** From the day after the last one for the rest. */
    @Nullable
    LocalDate topUpLateFrom() {
        return topUpBy == null ? null : topUpBy.plusDays(1);
    }

    boolean kept() {
        return state == State.PARTIAL || state == State.PAID;
    }

    boolean toSubscribe() {
        return state == State.PAID && !subscribed();
    }

    boolean toSign() {
        return state == State.PAID && subscribed();
    }

    boolean toSignByDay() {
        return toSign() && contractOn != null;
    }

    @Nullable
    LocalDate signingLateFrom() {
        return contractOn == null ? null : contractOn.plusDays(1);
    }

    boolean refundDue() {
        return state == State.REFUND_DUE && due != null;
    }

    boolean isForfeited() {
        return forfeited != null;
    }

    boolean converted() {
        return state == State.CONVERTED;
    }

    /** Events of deposits and subscriptions, which have one id and one key, to sales. */
    record Folding(ZoneId zone) implements Fold<UnitSale> {
        @Override
        public String source() {
            return ContractFacts.SOURCE;
        }

        @Override
        public Class<UnitSale> view() {
            return UnitSale.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(
                    PAID,
                    PARTLY_PAID,
                    REJECTED,
                    TOPPED_UP,
                    REFUND_DUE,
                    FORFEITED,
                    REFUNDED,
                    CONVERTED,
                    COMPLETED,
                    SIGNED,
                    RESCHEDULED);
        }

        @Override
        public LocalDate day(UnitSale view) {
            return view.day();
        }

        @Override
        public String rules() {
            return "2";
        }

        @Override
        public UnitSale apply(@Nullable UnitSale before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            return switch (event.type()) {
                case PAID -> begun(event.as(UnitFacts.Received.class), State.PAID, day);
                case PARTLY_PAID -> begun(event.as(UnitFacts.Received.class), State.PARTIAL, day);
                case REJECTED -> rejected(event.as(UnitFacts.Rejected.class), day);
                default -> {
                    if (before == null) {
                        throw new IllegalStateException("nothing was received for it");
                    }
                    yield before.next(event, before.notBefore(day));
                }
            };
        }

        private static UnitSale begun(UnitFacts.Received received, State state, LocalDate day) {
            var sale = received.sale();
            return new UnitSale(
                    received.consultant(),
                    sale.programme(),
                    sale.unitNo(),
                    sale.phase(),
                    sale.kind(),
                    state,
                    received.payment().amount(),
                    received.open(),
                    received.topUpBy(),
                    null,
                    null,
                    null,
                    null,
                    day);
        }

        private static UnitSale rejected(UnitFacts.Rejected rejected, LocalDate day) {
            var amount = rejected.payment().amount();
            return new UnitSale(
                    rejected.consultant(),
                    rejected.programme(),
                    rejected.unitNo(),
                    null,
                    rejected.kind(),
                    State.REFUND_DUE,
                    amount,
                    null,
                    null,
                    amount,
                    null,
                    null,
                    null,
                    day);
        }
    }

    private UnitSale next(Inbound event, LocalDate on) {
        return switch (event.type()) {
            case TOPPED_UP -> {
                var more = event.as(UnitFacts.ToppedUp.class);
                boolean all = !more.open().isPositive();
                yield with(
                        all ? State.PAID : State.PARTIAL,
                        paid.plus(more.payment().amount()),
                        all ? null : more.open(),
                        all ? null : topUpBy,
                        due,
                        on);
            }
            case REFUND_DUE -> with(State.REFUND_DUE, paid, null, null, paid, on);
            case FORFEITED -> {
                var forfeit = event.as(UnitFacts.Forfeited.class);
                boolean all = !forfeit.due().isPositive();
                yield new UnitSale(
                        owner,
                        programme,
                        unitNo,
                        phase,
                        kind,
                        all ? State.FORFEITED : State.REFUND_DUE,
                        paid,
                        null,
                        null,
                        all ? null : forfeit.due(),
                        forfeit.amount(),
                        contractOn,
                        subscribedOn,
                        on);
            }
            case REFUNDED -> with(State.REFUNDED, paid, null, null, null, on);
            case CONVERTED -> with(State.CONVERTED, paid, null, null, null, on);
            case COMPLETED, RESCHEDULED ->
                agreed(event.as(UnitFacts.Agreed.class).contractOn(), subscribedOn, on);
            case SIGNED -> {
                LocalDate signed = event.as(UnitFacts.LetterSigned.class).on();
                yield agreed(contractOn, signed == null ? on : signed, on);
            }
            default -> throw new IllegalArgumentException("not of a deposit: " + event.type());
        };
    }

    private UnitSale with(
            State next,
            Money received,
            @Nullable Money missing,
            @Nullable LocalDate missingBy,
            @Nullable Money owed,
            LocalDate on) {
        return new UnitSale(
                owner,
                programme,
                unitNo,
                phase,
                kind,
                next,
                received,
                missing,
                missingBy,
                owed,
                forfeited,
                contractOn,
                subscribedOn,
                on);
    }

    private UnitSale agreed(@Nullable LocalDate signing, @Nullable LocalDate letterOn, LocalDate on) {
        return new UnitSale(
                owner, programme, unitNo, phase, kind, state, paid, open, topUpBy, due, forfeited, signing, letterOn,
                on);
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }
}
