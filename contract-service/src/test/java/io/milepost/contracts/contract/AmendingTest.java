package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.CONTRACT_NOT_SIGNED;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contract.ContractView.LineHistory;
import io.milepost.contracts.contract.ContractView.ValueFrom;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.AmendedTerms;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.kernel.Party;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A signed contract follows its change orders. */
class AmendingTest {
    private static final UUID ORDER = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    private static final ContractLine PRESSES = line("GTX Pro", "2", "4821.00");
    private static final ContractLine THREE = line("GTX Pro", "3", "4821.00");
    private static final ContractLine TRAINING = line("training", "1", "358.00");

    @Test
    @DisplayName("R-138: an amendment says what was signed first, what it was worth before and what it is worth now")
    void a_contract_is_amended() {
        var lines = List.of(new AmendedLine(1, PRESSES, THREE), new AmendedLine(null, null, TRAINING));
        var numbered = List.of(new AmendedLine(1, PRESSES, THREE), new AmendedLine(2, null, TRAINING));
        var later = new AmendedTerms(null, LocalDate.parse("2026-12-31"), null, null, null);
        var before = new AmendedTerms(null, TERMS.deliveryDeadline(), null, null, null);
        var clause = List.of(new Clause("P-1", Clause.Kind.SPECIAL, "penalty"));
        var amended = aSignedContract()
                .when(new AmendContract(ORDER, TODAY, TODAY, lines, later, clause, null, null))
                .then(new ContractAmended(
                        1,
                        ORDER,
                        OPPORTUNITY,
                        ACCOUNT,
                        "kim",
                        TODAY,
                        TODAY,
                        VALUE,
                        VALUE,
                        usd("14821.00"),
                        numbered,
                        before,
                        later,
                        clause,
                        null,
                        null));
        var view = ContractView.of(amended.state());
        assertThat(view.value()).isEqualTo(usd("14821.00"));
        assertThat(view.originalValue()).isEqualTo(VALUE);
        assertThat(view.terms().deliveryDeadline()).isEqualTo(LocalDate.parse("2026-12-31"));
        assertThat(view.terms().scope()).isEqualTo(TERMS.scope());
        assertThat(view.clauses()).isEqualTo(clause);
        assertThat(view.amendments()).hasSize(1).first().satisfies(one -> {
            assertThat(one.change()).isEqualTo(usd("5179.00"));
            assertThat(one.value()).isEqualTo(usd("14821.00"));
        });
        amended.when(new AmendContract(ORDER, TODAY, TODAY, lines, later, clause, null, null))
                .thenNothing();
    }

    @Test
    @DisplayName("R-138: each line knows which amendment made it, changed it and took it away")
    void lines_know_their_amendments() {
        var contract = aSignedContract()
                .when(amend(1, TODAY, new AmendedLine(null, null, TRAINING)))
                .then(amended(1, VALUE, usd("10000.00"), new AmendedLine(2, null, TRAINING)))
                .when(amend(2, TODAY, new AmendedLine(1, PRESSES, THREE), new AmendedLine(2, TRAINING, null)))
                .then(amended(
                        2,
                        usd("10000.00"),
                        usd("14463.00"),
                        new AmendedLine(1, PRESSES, THREE),
                        new AmendedLine(2, TRAINING, null)))
                .when(amend(3, TODAY, new AmendedLine(null, null, TRAINING)))
                .then(amended(3, usd("14463.00"), usd("14821.00"), new AmendedLine(3, null, TRAINING)));
        assertThat(ContractView.of(contract.state()).lineHistory())
                .containsExactly(
                        new LineHistory(1, THREE, null, List.of(2), null),
                        new LineHistory(2, null, 1, List.of(), 2),
                        new LineHistory(3, TRAINING, 3, List.of(), null));
        assertThat(ContractView.of(aSignedContract().state()).lineHistory()).isEmpty();
    }

    @Test
    @DisplayName("R-138: the forecast counts what is under way until it is amended, rejected or withdrawn")
    void the_forecast_counts_what_is_under_way() {
        var other = UUID.fromString("01900000-0000-7000-8000-0000000000d2");
        var pending = aSignedContract()
                .when(new NoteChangeOrder(ORDER, usd("358.00")))
                .then(new ContractForecastChanged(ORDER, usd("358.00"), usd("10000.00")))
                .when(new NoteChangeOrder(other, usd("-642.00")))
                .then(new ContractForecastChanged(other, usd("-642.00"), usd("9358.00")))
                .when(new NoteChangeOrder(other, usd("-642.00")))
                .thenNothing();
        assertThat(ContractView.of(pending.state()).forecastValue()).isEqualTo(usd("9358.00"));
        assertThat(ContractView.of(pending.state()).value()).isEqualTo(VALUE);
        var rejected = pending.when(new NoteChangeOrder(other, null))
                .then(new ContractForecastChanged(other, null, usd("10000.00")));
        var done = rejected.when(new AmendContract(
                        ORDER, TODAY, TODAY, List.of(new AmendedLine(null, null, TRAINING)), null, null, null, null))
                .then(new ContractAmended(
                        1,
                        ORDER,
                        OPPORTUNITY,
                        ACCOUNT,
                        "kim",
                        TODAY,
                        TODAY,
                        VALUE,
                        VALUE,
                        usd("10000.00"),
                        List.of(new AmendedLine(2, null, TRAINING)),
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThat(ContractView.of(done.state()).forecastValue()).isEqualTo(usd("10000.00"));
        done.when(new NoteChangeOrder(ORDER, usd("358.00"))).thenNothing();
    }

    @Test
    void only_a_signed_contract_is_amended_and_in_its_own_currency() {
        anApprovedContract().when(amend(1, TODAY)).thenRefused(CONTRACT_NOT_SIGNED);
        anApprovedContract().when(new NoteChangeOrder(ORDER, VALUE)).thenRefused(CONTRACT_NOT_SIGNED);
        var euro = new ContractLine("GTX", null, PRESSES.quantity(), Money.of("1", "EUR"), null);
        aSignedContract()
                .when(amend(1, TODAY, new AmendedLine(null, null, euro)))
                .thenRefused(CURRENCIES_MIXED, "/lines");
        aSignedContract()
                .when(new NoteChangeOrder(ORDER, Money.of("1", "EUR")))
                .thenRefused(CURRENCIES_MIXED, "/change/currency");
    }

    @Test
    @DisplayName("R-138: a contract without lines keeps its value beside what amendments add")
    void a_value_without_lines_stays() {
        var drafted = drafted(Basis.MIGRATED, List.of(), TERMS);
        var signed = nothing()
                .given(drafted, by(Party.SELLER, YESTERDAY), by(Party.CUSTOMER, TODAY), Contracts.signed(TODAY));
        var after = signed.when(amend(1, TODAY, new AmendedLine(null, null, TRAINING)))
                .then(amended(1, VALUE, usd("10000.00"), new AmendedLine(1, null, TRAINING)));
        assertThat(after.state().numberedLines()).containsExactly(new NumberedLine(1, TRAINING));
    }

    @Test
    @DisplayName("R-138: the value on each day over 20 amendments that overlap is that of the table worked by hand")
    void the_value_on_a_day_is_that_of_the_table() {
        var contract = twenty();
        var table = new TreeMap<>(Map.ofEntries(
                Map.entry("2026-03-02", "2500.00"),
                Map.entry("2026-03-05", "2440.00"), // 2: B 900; 11: F 40
                Map.entry("2026-03-10", "2140.00"), // 1: A 1200; 5: no C
                Map.entry("2026-03-12", "2110.00"), // 8: B 1080; 15: A 990
                Map.entry("2026-03-15", "2110.00"), // 4, on which 15 was made
                Map.entry("2026-03-18", "2150.00"), // 13: F 80
                Map.entry("2026-03-20", "2520.00"), // 3: D 300; 7: E 150; 18: no F
                Map.entry("2026-03-22", "2800.00"), // 10: D 580
                Map.entry("2026-03-25", "2800.00"), // 6, on which 10 was made
                Map.entry("2026-03-26", "2720.00"), // 17: a credit of 80
                Map.entry("2026-03-28", "2570.00"), // 12: no E
                Map.entry("2026-03-30", "2570.00"), // 9 and 14, on which 15 and 17 were made
                Map.entry("2026-03-31", "2670.00"), // 20: H 100
                Map.entry("2026-04-01", "2610.00"), // 16: B 1020
                Map.entry("2026-04-02", "2720.00"))); // 19: A 1100
        var signed = (Signed) contract.state();
        assertThat(ContractView.of(signed).values())
                .containsExactlyElementsOf(table.entrySet().stream()
                        .map(entry -> new ValueFrom(LocalDate.parse(entry.getKey()), usd(entry.getValue())))
                        .toList());
        for (var day = TODAY; day.isBefore(LocalDate.parse("2026-04-10")); day = day.plusDays(1)) {
            var expected = table.floorEntry(day.toString()).getValue();
            assertThat(signed.amendments().valueOn(signed.original(), day))
                    .as("on %s", day)
                    .isEqualTo(usd(expected));
        }
        assertThat(signed.agreement().value()).isEqualTo(usd("2720.00"));
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> twenty() {
        var lines = List.of(line("A", "10", "100.00"), line("B", "5", "200.00"), line("C", "1", "500.00"));
        var drafted = new ContractDrafted(
                "C-1",
                Basis.RENEWAL,
                "as said",
                null,
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                usd("2500.00"),
                lines,
                TERMS,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var contract = nothing().given(drafted, by(Party.SELLER, YESTERDAY), by(Party.CUSTOMER, TODAY));
        contract = made(contract, "2026-03-10", 1, line("A", "12", "100.00"));
        contract = made(contract, "2026-03-05", 2, line("B", "5", "180.00"));
        contract = made(contract, "2026-03-20", null, line("D", "1", "300.00"));
        contract = made(contract, "2026-03-15", 1, line("A", "12", "110.00"));
        contract = made(contract, "2026-03-10", 3, null);
        contract = made(contract, "2026-03-25", 4, line("D", "2", "300.00"));
        contract = made(contract, "2026-03-20", null, line("E", "3", "50.00"));
        contract = made(contract, "2026-03-12", 2, line("B", "6", "180.00"));
        contract = made(contract, "2026-03-30", 1, line("A", "8", "110.00"));
        contract = made(contract, "2026-03-22", 4, line("D", "2", "290.00"));
        contract = made(contract, "2026-03-05", null, line("F", "1", "40.00"));
        contract = made(contract, "2026-03-28", 5, null);
        contract = made(contract, "2026-03-18", 6, line("F", "2", "40.00"));
        contract = made(contract, "2026-03-30", null, line("credit", "1", "-100.00"));
        contract = made(contract, "2026-03-12", 1, line("A", "9", "110.00"));
        contract = made(contract, "2026-04-01", 2, line("B", "6", "170.00"));
        contract = made(contract, "2026-03-26", 7, line("credit", "1", "-80.00"));
        contract = made(contract, "2026-03-20", 6, null);
        contract = made(contract, "2026-04-02", 1, line("A", "10", "110.00"));
        return made(contract, "2026-03-31", null, line("H", "4", "25.00"));
    }

    /** By the command itself, whatever it becomes. */
    private static Scenario<Contract, ContractCommand, ContractEvent> made(
            Scenario<Contract, ContractCommand, ContractEvent> contract,
            String effectiveOn,
            @Nullable Integer number,
            @Nullable ContractLine after) {
        var before = contract.state().numberedLines().stream()
                .filter(line -> number != null && line.number() == number)
                .map(NumberedLine::line)
                .findFirst()
                .orElse(null);
        var count = ((Signed) contract.state()).amendments().nextNumber();
        var amend = amend(count, LocalDate.parse(effectiveOn), new AmendedLine(number, before, after));
        var decision = contract.when(amend).decision();
        return contract.given(
                ((Decision.Accepted<ContractEvent>) decision).events().toArray(ContractEvent[]::new));
    }

    private static AmendContract amend(int order, LocalDate effectiveOn, AmendedLine... lines) {
        return new AmendContract(new UUID(7, order), TODAY, effectiveOn, List.of(lines), null, null, null, null);
    }

    private static ContractAmended amended(int number, Money before, Money value, AmendedLine... lines) {
        return new ContractAmended(
                number,
                new UUID(7, number),
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                TODAY,
                TODAY,
                VALUE,
                before,
                value,
                List.of(lines),
                null,
                null,
                null,
                null,
                null);
    }
}
