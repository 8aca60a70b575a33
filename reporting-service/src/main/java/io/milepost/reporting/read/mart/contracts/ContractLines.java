package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.inbound.contract.ContractFacts.AMENDED;
import static io.milepost.reporting.inbound.contract.ContractFacts.DRAFTED;
import static io.milepost.reporting.inbound.contract.ContractFacts.REVISED;
import static io.milepost.reporting.inbound.contract.ContractFacts.SIGNED;
import static io.milepost.reporting.inbound.contract.ContractFacts.VOIDED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.contract.ContractFacts;
import io.milepost.reporting.inbound.contract.ContractFacts.Line;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contract sells, line by line; some contracts have none.
 *
 * @param lines by their numbers
 */
record ContractLines(
        String owner, @Nullable UUID deal, @Nullable LocalDate signedOn, Map<Integer, Line> lines, LocalDate day) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    ContractLines {
        lines = new TreeMap<>(lines);
    }

    /** One line as it counts. */
    record Sold(String owner, @Nullable UUID deal, @Nullable LocalDate signedOn, Line line) {

        boolean signed() {
            return signedOn != null;
        }

        String product() {
            return line.product();
        }

        BigDecimal quantity() {
            return line.quantity();
        }

        /** Quantity times price less the discount, rounded once, as the contract counts it. */
        Money amount() {
            var full = line.quantity().multiply(line.unitPrice().amount());
            var discount = line.discountPercent();
            var net = discount == null
                    ? full
                    : full.multiply(WHOLE.subtract(discount)).divide(WHOLE);
            return Money.rounded(net, line.unitPrice().currency());
        }

        @Nullable
        String dealId() {
            return deal == null ? null : deal.toString();
        }

        @Nullable
        String forMonth() {
            return Periods.month(signedOn);
        }

        @Nullable
        String forQuarter() {
            return Periods.quarter(signedOn);
        }

        @Nullable
        String forYear() {
            return Periods.year(signedOn);
        }
    }

    Map<String, Sold> sold() {
        var rows = new LinkedHashMap<String, Sold>();
        lines.forEach((number, line) -> rows.put(number.toString(), new Sold(owner, deal, signedOn, line)));
        return rows;
    }

    private static Map<Integer, Line> numbered(@Nullable List<Line> lines) {
        var numbered = new TreeMap<Integer, Line>();
        if (lines != null) {
            lines.forEach(line -> numbered.put(numbered.size() + 1, line));
        }
        return numbered;
    }

    private ContractLines with(Map<Integer, Line> now, LocalDate on) {
        return new ContractLines(owner, deal, signedOn, now, on.isBefore(day) ? day : on);
    }

    /** Contract events to lines. */
    record Folding(ZoneId zone) implements Fold<ContractLines> {
        @Override
        public String source() {
            return ContractFacts.SOURCE;
        }

        @Override
        public Class<ContractLines> view() {
            return ContractLines.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(DRAFTED, REVISED, SIGNED, AMENDED, VOIDED);
        }

        @Override
        public String rules() {
            return "2";
        }

        @Override
        public LocalDate day(ContractLines view) {
            return view.day();
        }

        @Override
        public ContractLines apply(@Nullable ContractLines before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(DRAFTED)) {
                var drafted = event.as(ContractFacts.Drafted.class);
                var lines = numbered(event.as(ContractFacts.Listed.class).lines());
                return new ContractLines(drafted.owner(), drafted.opportunityId(), null, lines, day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never drafted");
            }
            return switch (event.type()) {
                case REVISED ->
                    before.with(numbered(event.as(ContractFacts.Listed.class).lines()), day);
                case SIGNED -> {
                    var signed = event.as(ContractFacts.Signed.class);
                    var on = signed.signedOn();
                    yield new ContractLines(
                            signed.owner(), before.deal, on, before.lines, on.isBefore(before.day) ? before.day : on);
                }
                case VOIDED -> {
                    var on = event.as(ContractFacts.Voided.class).on();
                    yield new ContractLines(
                            before.owner, before.deal, null, before.lines, on.isBefore(before.day) ? before.day : on);
                }
                case AMENDED -> {
                    var lines = new TreeMap<>(before.lines);
                    event.as(ContractFacts.AmendedLines.class).lines().forEach(line -> {
                        if (line.after() == null) {
                            lines.remove(line.number());
                        } else {
                            lines.put(line.number(), line.after());
                        }
                    });
                    yield before.with(
                            lines, event.as(ContractFacts.Amended.class).signedOn());
                }
                default -> throw new IllegalArgumentException("not of a contract: " + event.type());
            };
        }
    }
}
