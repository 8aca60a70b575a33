package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.inbound.contract.PaymentFacts.ADVANCE;
import static io.milepost.reporting.inbound.contract.PaymentFacts.MOVED_IN;
import static io.milepost.reporting.inbound.contract.PaymentFacts.MOVED_OUT;
import static io.milepost.reporting.inbound.contract.PaymentFacts.RECEIVED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.REFUNDED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.RESTORED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.REVERSED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.SET;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.contract.PaymentFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came in for one contract, receipt by receipt, matched or not.
 *
 * @param receipts by their numbers, and advances by those of their instalments
 */
record Receipts(String owner, @Nullable UUID deal, Map<String, Receipt> receipts, LocalDate day) {
    Receipts {
        receipts = new TreeMap<>(receipts);
    }

    /** What it is. */
    enum Kind {
        /** Money that came in. */
        RECEIPT,
        /** The part of it that paid an advance: told besides, and never added to receipts. */
        ADVANCE,
        /** Money that went back; negative. */
        REFUND,
        /** Money that counts for another contract from then on, negative, or came from one. */
        MOVED
    }

    /**
     * One of them.
     *
     * @param number of the receipt; null of an advance
     * @param reversedOn null while it stands
     */
    record Receipt(
            Kind kind,
            @Nullable String number,
            String owner,
            @Nullable UUID deal,
            Money amount,
            LocalDate receivedOn,
            @Nullable LocalDate reversedOn) {

        boolean receipt() {
            return kind == Kind.RECEIPT;
        }

        boolean advance() {
            return kind == Kind.ADVANCE;
        }

        boolean refund() {
            return kind == Kind.REFUND;
        }

        boolean moved() {
            return kind == Kind.MOVED;
        }

        /** Whatever makes up what is there. */
        boolean stands() {
            return !advance() && reversedOn == null;
        }

        @Nullable
        String dealId() {
            return deal == null ? null : deal.toString();
        }

        @Nullable
        String forMonth() {
            return Periods.month(receivedOn);
        }

        @Nullable
        String forQuarter() {
            return Periods.quarter(receivedOn);
        }

        @Nullable
        String forYear() {
            return Periods.year(receivedOn);
        }
    }

    private Receipts with(String key, Receipt receipt, LocalDate on) {
        var more = new LinkedHashMap<>(receipts);
        more.put(key, receipt);
        return new Receipts(owner, deal, more, notBefore(on));
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    private Receipts reversed(PaymentFacts.Reversed reversal) {
        var transfer = receipts.get("in " + reversal.receiptNo());
        if (transfer != null) {
            return moved(
                    "back " + reversal.receiptNo(),
                    transfer.owner(),
                    reversal.amount().negated(),
                    reversal.on());
        }
        var known = receipts.get("receipt " + reversal.receiptNo());
        if (known == null) {
            throw new IllegalStateException("no such receipt came in");
        }
        return with(
                "receipt " + reversal.receiptNo(),
                new Receipt(
                        known.kind(),
                        known.number(),
                        known.owner(),
                        known.deal(),
                        known.amount(),
                        known.receivedOn(),
                        reversal.on()),
                reversal.on());
    }

    private Receipts moved(String key, String whose, Money amount, LocalDate on) {
        return with(key, new Receipt(Kind.MOVED, null, whose, deal, amount, on, null), on);
    }

    /** Payment schedule events to receipts. */
    record Folding(ZoneId zone) implements Fold<Receipts> {
        @Override
        public String source() {
            return PaymentFacts.SOURCE;
        }

        @Override
        public Class<Receipts> view() {
            return Receipts.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(SET, RECEIVED, REVERSED, ADVANCE, REFUNDED, MOVED_OUT, MOVED_IN, RESTORED);
        }

        @Override
        public LocalDate day(Receipts view) {
            return view.day();
        }

        @Override
        public Receipts apply(@Nullable Receipts before, Inbound event) {
            if (event.type().equals(SET)) {
                var planned = event.as(PaymentFacts.Planned.class);
                return before != null
                        ? before
                        : new Receipts(
                                planned.owner(),
                                planned.opportunityId(),
                                Map.of(),
                                LocalDate.ofInstant(event.effectiveAt(), zone));
            }
            if (before == null) {
                throw new IllegalStateException("its schedule was never set");
            }
            return switch (event.type()) {
                case RECEIVED -> {
                    var came = event.as(PaymentFacts.Received.class);
                    String owner = came.owner() == null ? before.owner : came.owner();
                    yield before.with(
                            "receipt " + came.receiptNo(),
                            new Receipt(
                                    Kind.RECEIPT,
                                    came.receiptNo(),
                                    owner,
                                    before.deal,
                                    came.amount(),
                                    came.receivedOn(),
                                    null),
                            came.receivedOn());
                }
                case ADVANCE -> {
                    var advance = event.as(PaymentFacts.Advance.class);
                    yield before.with(
                            "advance " + advance.number(),
                            new Receipt(
                                    Kind.ADVANCE,
                                    null,
                                    before.owner,
                                    before.deal,
                                    advance.amount(),
                                    advance.on(),
                                    null),
                            advance.on());
                }
                case REFUNDED -> {
                    var refund = event.as(PaymentFacts.Refunded.class);
                    yield before.with(
                            "refund " + refund.voucherNo(),
                            new Receipt(
                                    Kind.REFUND,
                                    refund.voucherNo(),
                                    before.owner,
                                    before.deal,
                                    refund.amount().negated(),
                                    refund.on(),
                                    null),
                            refund.on());
                }
                case MOVED_OUT -> {
                    var out = event.as(PaymentFacts.Moved.class);
                    yield before.moved(
                            "out " + out.transferNo(),
                            before.owner,
                            out.amount().negated(),
                            out.on());
                }
                case RESTORED -> {
                    var back = event.as(PaymentFacts.Moved.class);
                    yield before.moved("restored " + back.transferNo(), before.owner, back.amount(), back.on());
                }
                case MOVED_IN -> {
                    var in = event.as(PaymentFacts.MovedIn.class);
                    String owner = in.owner() == null ? before.owner : in.owner();
                    LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
                    yield before.moved("in " + in.transferNo(), owner, in.amount(), day);
                }
                case REVERSED -> before.reversed(event.as(PaymentFacts.Reversed.class));
                default -> throw new IllegalArgumentException("not of a payment schedule: " + event.type());
            };
        }
    }
}
