package io.milepost.suite.year;

import io.milepost.suite.year.Fact.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contracts, and how they are handed over, from what is said of them. */
final class Signed {
    private Signed() {}

    private record Contract(
            String owner,
            String state,
            @Nullable Sum value,
            @Nullable LocalDate signedOn) {}

    private record Handover(String owner, @Nullable Sum value, boolean accepted, boolean returned, boolean delivered) {}

    static List<Line> contracts(List<Fact> facts) {
        return told(facts).lines(contract -> List.of(row(contract)));
    }

    /** What signatures let expect of the four quarters after theirs: a fourth of the value each. */
    static List<Line> trend(List<Fact> facts) {
        return told(facts).lines(Signed::trend);
    }

    private static Chronicle<Contract> told(List<Fact> facts) {
        var contracts = new Chronicle<Contract>();
        for (var fact : facts) {
            if (fact.name().equals("contract.drafted")) {
                contracts.becomes(
                        fact.subject(),
                        fact.day(),
                        new Contract(fact.said("owner"), "DRAFTED", fact.money("value"), null));
                continue;
            }
            var before = contracts.state(fact.subject());
            if (before == null) {
                continue;
            }
            switch (fact.name()) {
                case "contract.revised" ->
                    contracts.becomes(
                            fact.subject(),
                            fact.day(),
                            new Contract(before.owner, before.state, fact.money("value"), before.signedOn));
                case "contract.signed" ->
                    contracts.becomes(
                            fact.subject(),
                            fact.stated("signedOn"),
                            new Contract(fact.said("owner"), "SIGNED", fact.money("value"), fact.dayOf("signedOn")));
                case "contract.became-effective" ->
                    contracts.becomes(
                            fact.subject(),
                            fact.stated("effectiveOn"),
                            new Contract(before.owner, "EFFECTIVE", before.value, before.signedOn));
                case "contract.withdrawn" ->
                    contracts.becomes(
                            fact.subject(), fact.day(), new Contract(before.owner, "WITHDRAWN", before.value, null));
                case "contract.voided" ->
                    contracts.becomes(
                            fact.subject(),
                            fact.stated("on"),
                            new Contract(before.owner, "VOIDED", before.value, null));
                case "contract.amended" ->
                    contracts.becomes(
                            fact.subject(),
                            fact.stated("signedOn"),
                            new Contract(before.owner, before.state, fact.money("value"), before.signedOn));
                default -> {}
            }
        }
        return contracts;
    }

    private static List<Row> trend(Contract contract) {
        var rows = new ArrayList<Row>();
        var value = contract.value;
        if (contract.signedOn == null || value == null) {
            return rows;
        }
        var quarter = contract.signedOn.with(IsoFields.DAY_OF_QUARTER, 1);
        var before = BigDecimal.ZERO;
        for (int number = 1; number <= 4; number++) {
            quarter = quarter.plusMonths(3);
            var upTo = value.amount()
                    .multiply(BigDecimal.valueOf(number))
                    .divide(BigDecimal.valueOf(4), value.amount().scale(), RoundingMode.HALF_UP);
            var part = upTo.subtract(before);
            before = upTo;
            rows.add(new Row()
                    .of(new Sum(part, value.currency()))
                    .told("owner", contract.owner)
                    .toldPeriods(quarter)
                    .adds("trend", part, true, null));
        }
        return rows;
    }

    private static Row row(Contract contract) {
        boolean signed = contract.state.equals("SIGNED") || contract.state.equals("EFFECTIVE");
        var value = contract.value == null ? null : contract.value.amount();
        return new Row()
                .of(contract.value)
                .told("owner", contract.owner)
                .told("state", contract.state)
                .told("signed_on", contract.signedOn)
                .toldPeriods(contract.signedOn)
                .counts("drafted", contract.state.equals("DRAFTED"))
                .counts("signed", signed)
                .counts("effective", contract.state.equals("EFFECTIVE"))
                .adds("signed_value", value, signed, null)
                .happens("newly_signed", signed, contract.signedOn)
                .addsOn("newly_signed_value", value, signed, contract.signedOn);
    }

    static List<Line> handovers(List<Fact> facts) {
        var handovers = new Chronicle<Handover>();
        for (var fact : facts) {
            if (fact.name().equals("handover.initiated")) {
                handovers.becomes(
                        fact.subject(),
                        fact.day(),
                        new Handover(fact.said("owner"), fact.money("value"), false, false, false));
                continue;
            }
            var before = handovers.state(fact.subject());
            if (before == null) {
                continue;
            }
            switch (fact.name()) {
                case "handover.accepted" ->
                    handovers.becomes(
                            fact.subject(),
                            fact.stated("acceptedOn"),
                            new Handover(before.owner, before.value, true, before.returned, before.delivered));
                case "handover.returned" ->
                    handovers.becomes(
                            fact.subject(),
                            fact.day(),
                            new Handover(before.owner, before.value, before.accepted, true, before.delivered));
                case "delivery-project.completed" ->
                    handovers.becomes(
                            fact.subject(),
                            fact.stated("completedOn"),
                            new Handover(before.owner, before.value, before.accepted, before.returned, true));
                default -> {}
            }
        }
        return handovers.lines(handover -> List.of(row(handover)));
    }

    private static Row row(Handover handover) {
        var value = handover.value == null ? null : handover.value.amount();
        return new Row()
                .of(handover.value)
                .told("owner", handover.owner)
                .told("was_returned", handover.returned)
                .counts("initiated", true)
                .counts("accepted", handover.accepted)
                .counts("returned", handover.returned)
                .counts("waiting", !handover.accepted)
                .adds("waiting_value", value, !handover.accepted, null)
                .counts("undelivered", !handover.delivered)
                .adds("undelivered_value", value, !handover.delivered, null);
    }
}
