package io.milepost.contracts.changeorder;

import static io.milepost.contracts.changeorder.ChangeOrder.No.*;
import static io.milepost.contracts.changeorder.ChangeOrders.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.changeorder.ChangeOrder.*;
import io.milepost.contracts.changeorder.ChangeOrderCommand.*;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.AmendedTerms;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ClauseRead;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.PaymentMove;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** what a change does to price, scope and dates is put in figures that make sense. */
class ImpactTest {
    private static final LineChange A_THIRD = new LineChange(1, THREE);
    private final ContractLine credit = line("credit", "1", "-642.00");

    @Test
    void lines_come_and_go_and_the_price_follows() {
        A_REQUEST
                .when(assess(null, new LineChange(1, null), new LineChange(null, THREE), new LineChange(null, credit)))
                .then(new ChangeImpactAssessed(
                        CONTRACT,
                        List.of(
                                new AmendedLine(1, PRESSES, null),
                                new AmendedLine(null, null, THREE),
                                new AmendedLine(null, null, credit)),
                        usd("4179.00"),
                        VALUE,
                        usd("13821.00"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        REVIEWS));
    }

    @Test
    void a_date_alone_may_change_and_the_technical_department_looks_at_it() {
        var later = new AmendedTerms(null, LocalDate.parse("2026-12-31"), null, null, null);
        A_REQUEST
                .when(new AssessImpact(List.of(), later, List.of(), List.of(), List.of(), null, "late parts"))
                .then(new ChangeImpactAssessed(
                        CONTRACT,
                        List.of(),
                        usd("0.00"),
                        VALUE,
                        VALUE,
                        new AmendedTerms(null, TERMS.deliveryDeadline(), null, null, null),
                        later,
                        null,
                        null,
                        null,
                        null,
                        "late parts",
                        List.of(Review.TECHNICAL)));
        A_REQUEST
                .when(new AssessImpact(
                        List.of(),
                        new AmendedTerms(null, LocalDate.parse("2126-12-31"), null, null, null),
                        null,
                        null,
                        null,
                        null,
                        null))
                .thenRefused(DAY_IMPLAUSIBLE, "/terms/deliveryDeadline");
    }

    @Test
    @DisplayName("G17: those who reviewed the contract review its change, and whom the change concerns besides")
    void a_clause_concerns_the_legal_department() {
        assertThat(assessed(clauses(special("P-1", "penalty"))).reviews())
                .containsExactly(Review.LEGAL, Review.TECHNICAL);
        assertThat(assessed(clauses(special("W-1", "three years"))).reviews()).contains(Review.LEGAL);
    }

    @Test
    @DisplayName("R-128: a change to the wording of the contract's template needs nobody from the legal department")
    void a_clause_of_the_template_does_not() {
        var standard = assessed(clauses(new ClauseRead("w-1", " two\n\tyears ")));
        assertThat(standard.reviews()).containsExactly(Review.TECHNICAL);
        assertThat(standard.clauses())
                .containsExactly(new Clause("w-1", Clause.Kind.STANDARD, " two\n\tyears ", "Warranty"));
        refuses(clauses(special("W-1", "two years")), CLAUSE_KIND_DIFFERS, "/clauses/0/kind");
        refuses(
                clauses(new ClauseRead("W-1", Clause.Kind.STANDARD, "three years", null)),
                CLAUSE_KIND_DIFFERS,
                "/clauses/0/kind");
    }

    private static ChangeImpactAssessed assessed(AssessImpact assess) {
        return (ChangeImpactAssessed) A_REQUEST.when(assess).decision().events().getFirst();
    }

    private static ClauseRead special(String code, String text) {
        return new ClauseRead(code, Clause.Kind.SPECIAL, text, null);
    }

    @Test
    void a_change_changes_something() {
        A_REQUEST.when(assess(null)).thenRefused(IMPACT_MISSING);
        A_REQUEST.when(assess(null, new LineChange(null, null))).thenRefused(IMPACT_MISSING, "/lines/0");
        refuses(
                new AssessImpact(
                        List.of(), new AmendedTerms(null, null, null, null, null), null, null, null, null, null),
                IMPACT_MISSING,
                null);
    }

    @Test
    void lines_are_the_contracts_and_make_sense() {
        refuses(assess(null, new LineChange(2, THREE)), LINE_UNKNOWN, "/lines/0/number");
        refuses(assess(null, A_THIRD, new LineChange(1, null)), LINE_DOUBLED, "/lines/1/number");
        refuses(assess(null, new LineChange(1, line(" ", "1", "1.00"))), LINE_FAULTY, "/lines/0/becomes/product");
        refuses(assess(null, new LineChange(1, line("x", "0", "1.00"))), LINE_FAULTY, "/lines/0/becomes/quantity");
        var tooMuch = new ContractLine("x", null, BigDecimal.ONE, usd("1.00"), new BigDecimal("101"));
        refuses(assess(null, new LineChange(1, tooMuch)), LINE_FAULTY, "/lines/0/becomes/discountPercent");
        var euro = new ContractLine("x", null, BigDecimal.ONE, Money.of("1.00", "EUR"), null);
        refuses(assess(null, new LineChange(1, euro)), CURRENCIES_MIXED, "/lines/0/becomes/unitPrice/currency");
        refuses(assess(null, new LineChange(1, line("x", "1", "-0.01"))), VALUE_NEGATIVE, "/lines");
        refuses(
                assess(null, new LineChange(null, line("x", "2", "999999999999999.00"))),
                AMOUNT_TOO_LARGE,
                "/lines/0/becomes");
        refuses(assess(null, new LineChange(null, line("x", "1", "999999999999999.00"))), AMOUNT_TOO_LARGE, "/lines");
    }

    @Test
    void clauses_are_whole_and_named_once() {
        refuses(clauses(special(" ", "x")), CLAUSE_FAULTY, "/clauses/0/code");
        refuses(clauses(special("P", " ")), CLAUSE_FAULTY, "/clauses/0/text");
        refuses(clauses(special("P", "x"), special("p", "y")), CLAUSE_FAULTY, "/clauses/1/code");
    }

    @Test
    @DisplayName("R-138: what is added is paid in a plan of its own, which adds up to it")
    void payments_make_up_the_increase() {
        var half = new PaymentTerm("half", null, new BigDecimal("50"), Trigger.SIGNATURE, null, null, null);
        assertThat(A_REQUEST.when(paying(A_THIRD, half, half)).decision().events())
                .hasSize(1);
        refuses(paying(A_THIRD, half), PAYMENTS_FAULTY, "/payments");
        refuses(paying(new LineChange(1, null), half, half), PAYMENTS_WITHOUT_INCREASE, "/payments");
    }

    @Test
    @DisplayName("R-138: open instalments by date can get another day, each once")
    void instalments_are_moved() {
        var move = new PaymentMove(2, TOMORROW);
        var open = new MovablePayments(List.of(2));
        assertThat(A_REQUEST.when(moving(move)).reading(open).decision().events())
                .first()
                .satisfies(event -> assertThat(((ChangeImpactAssessed) event).reviews())
                        .containsExactly(Review.FINANCE, Review.TECHNICAL));
        refuses(moving(move), INSTALMENT_NOT_MOVABLE, "/moves/0/instalment");
        A_REQUEST.when(moving(move, move)).reading(open).thenRefused(INSTALMENT_NOT_MOVABLE, "/moves/1/instalment");
        A_REQUEST
                .when(moving(new PaymentMove(2, TODAY.plusYears(60))))
                .reading(open)
                .thenRefused(DAY_IMPLAUSIBLE, "/moves/0/dueOn");
    }

    private void refuses(AssessImpact assess, Refusal reason, @Nullable String pointer) {
        var attempt = A_REQUEST.when(assess);
        if (pointer == null) {
            attempt.thenRefused(reason);
        } else {
            attempt.thenRefused(reason, pointer);
        }
    }

    private static AssessImpact clauses(ClauseRead... clauses) {
        return new AssessImpact(List.of(), null, List.of(clauses), null, null, null, null);
    }

    private AssessImpact paying(LineChange line, PaymentTerm... payments) {
        return new AssessImpact(List.of(line), null, null, List.of(payments), null, null, null);
    }

    private AssessImpact moving(PaymentMove... moves) {
        return new AssessImpact(List.of(), null, null, null, List.of(moves), null, null);
    }
}
