package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.inbound.contract.PaymentFacts.ADVANCE;
import static io.milepost.reporting.inbound.contract.PaymentFacts.RECEIVED;
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
        ADVANCE
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

        boolean stands() {
            return receipt() && reversedOn == null;
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
            return Set.of(SET, RECEIVED, REVERSED, ADVANCE);
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
                case REVERSED -> before.reversed(event.as(PaymentFacts.Reversed.class));
                default -> throw new IllegalArgumentException("not of a payment schedule: " + event.type());
            };
        }
    }
}
