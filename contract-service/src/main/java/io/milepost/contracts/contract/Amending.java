package io.milepost.contracts.contract;

import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.AMOUNT_TOO_LARGE;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.value.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A signed contract follows its change orders (R-138, gate G17): what both sides have signed is never refused for what it says. */
final class Amending {

    private Amending() {}

    /** What is under way counts in the forecast until it is amended, rejected or withdrawn; an order that was amended stays so. */
    static Decision<ContractEvent> note(Signed contract, NoteChangeOrder note) {
        var amendments = contract.amendments();
        var change = note.change();
        if (amendments.include(note.changeOrderId())
                || Objects.equals(amendments.pending().get(note.changeOrderId()), change)) {
            return unchanged();
        }
        return check().that(
                        change == null || change.currency().equals(currency(contract)),
                        "/change/currency",
                        CURRENCIES_MIXED)
                .then(() -> {
                    var event = new ContractForecastChanged(
                            note.changeOrderId(), change, contract.original().value());
                    var forecast = amendments.with(event).forecast(contract.original());
                    return forecast.isTooLarge()
                            ? refusedAt("/change", AMOUNT_TOO_LARGE)
                            : accepted(new ContractForecastChanged(note.changeOrderId(), change, forecast));
                });
    }

    static Decision<ContractEvent> amend(Signed contract, AmendContract amend) {
        var amendments = contract.amendments();
        if (amendments.include(amend.changeOrderId())) {
            return unchanged();
        }
        var original = contract.original();
        var mixed = amend.lines().stream()
                .flatMap(line -> Stream.of(line.before(), line.after()))
                .filter(Objects::nonNull)
                .map(ContractLine::unitPrice)
                .anyMatch(price -> !price.currency().equals(currency(contract)));
        return check().that(!mixed, "/lines", CURRENCIES_MIXED).then(() -> {
            var before = contract.agreement();
            var lines = numbered(amend.lines(), amendments.nextLine(original));
            var value = amendments
                    .with(amended(contract, amend, lines, before.value()))
                    .current(original)
                    .value();
            return value.isTooLarge()
                    ? refusedAt("/lines", AMOUNT_TOO_LARGE)
                    : accepted(amended(contract, amend, lines, value));
        });
    }

    private static ContractAmended amended(Signed contract, AmendContract amend, List<AmendedLine> lines, Money value) {
        var draft = contract.draft();
        var before = contract.agreement();
        return new ContractAmended(
                contract.amendments().nextNumber(),
                amend.changeOrderId(),
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                amend.signedOn(),
                amend.effectiveOn(),
                contract.original().value(),
                before.value(),
                value,
                lines,
                amend.terms() == null ? null : amend.terms().before(before.terms()),
                amend.terms(),
                amend.clauses(),
                amend.payments(),
                amend.moves());
    }

    /** New lines get the next numbers, in their order. */
    private static List<AmendedLine> numbered(List<AmendedLine> lines, int next) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i)
                        .numbered(next
                                + (int) lines.stream()
                                        .limit(i)
                                        .filter(line -> line.number() == null)
                                        .count()))
                .toList();
    }

    private static Currency currency(Signed contract) {
        return contract.original().value().currency();
    }
}
