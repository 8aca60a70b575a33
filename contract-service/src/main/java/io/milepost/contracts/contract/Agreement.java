package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Usual.AMOUNT_TOO_LARGE;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.ContractRules.Content;
import io.milepost.contracts.kernel.PaymentPlan;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.RiskLevel;
import io.milepost.contracts.kernel.StandardClause;
import io.milepost.contracts.kernel.StandardReviews;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.contracts.kernel.Terms;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says: its value, its lines, its terms, its clauses and its payments.
 *
 * @param clauses each standard or special by comparison with the wording, whatever was said of it
 * @param wording of the clause template that it is drafted from; without one every clause is special
 */
public record Agreement(
        Money value,
        List<ContractLine> lines,
        Terms terms,
        List<Clause> clauses,
        List<PaymentTerm> payments,
        @Nullable StandardWording wording) {

    public Agreement {
        lines = List.copyOf(lines);
        clauses = clauses.stream().map(clause -> clause.comparedWith(wording)).toList();
        payments = List.copyOf(payments);
    }

    static Agreement of(
            Money value,
            List<ContractLine> lines,
            @Nullable Terms terms,
            @Nullable List<Clause> clauses,
            @Nullable List<PaymentTerm> payments,
            @Nullable StandardWording wording) {
        return new Agreement(
                value,
                lines,
                Objects.requireNonNullElse(terms, Terms.NONE),
                Objects.requireNonNullElse(clauses, List.<Clause>of()),
                Objects.requireNonNullElse(payments, List.<PaymentTerm>of()),
                wording);
    }

    /** The same in these clauses, compared with this wording. */
    Agreement rewritten(@Nullable StandardWording other, List<Clause> rewritten) {
        return new Agreement(value, lines, terms, rewritten, payments, other);
    }

    /** The same, each line of the item that the line in its place is of, unless it says another. */
    Agreement tracedLike(Agreement other) {
        var traced = IntStream.range(0, lines.size())
                .mapToObj(i -> i < other.lines.size() && lines.get(i).offersTheSame(other.lines.get(i))
                        ? other.lines.get(i)
                        : lines.get(i))
                .toList();
        return new Agreement(value, traced, terms, clauses, payments, wording);
    }

    /** Whether it sells the same as this one at the same prices; where that has no lines, for the same value. */
    boolean sellsWhat(Agreement other) {
        boolean alike = lines.size() == other.lines.size()
                && IntStream.range(0, lines.size()).allMatch(i -> lines.get(i).offersTheSame(other.lines.get(i)));
        return value.equals(other.value) && (other.lines.isEmpty() || alike);
    }

    boolean samePaymentsAs(Agreement other) {
        return payments.size() == other.payments.size()
                && IntStream.range(0, payments.size())
                        .allMatch(i -> payments.get(i).isPaidLike(other.payments.get(i)));
    }

    /** Absent where there are none, as in events. */
    @Nullable
    List<Clause> clausesIfAny() {
        return clauses.isEmpty() ? null : clauses;
    }

    /** Absent where there are none, as in events. */
    @Nullable
    List<PaymentTerm> paymentsIfAny() {
        return payments.isEmpty() ? null : payments;
    }

    /** The clause of this code, in whatever spelling. */
    Optional<Clause> clause(String code) {
        var exact = clauses.stream().filter(clause -> clause.code().equals(code));
        var alike = clauses.stream().filter(clause -> Codes.same(clause.code(), code));
        return Stream.concat(exact, alike).findFirst();
    }

    /** The same with this clause, in place of one whose code is spelled like its own. */
    Agreement with(Clause clause) {
        var known = clauses.stream().anyMatch(other -> other.code().equals(clause.code()));
        var changed = known
                ? clauses.stream().map(other -> other.code().equals(clause.code()) ? clause : other)
                : Stream.concat(clauses.stream(), Stream.of(clause));
        return rewritten(wording, changed.toList());
    }

    /**
     * Who has to review it by these rules; by the standard ones where they name nobody, so that somebody does.
     *
     * @param risk the largest of its deal; null where none is known
     */
    List<Review> requiredReviews(List<ReviewRule> rules, @Nullable RiskLevel risk) {
        var required = Arrays.stream(Review.values())
                .filter(review -> rules.stream().anyMatch(rule -> rule.department() == review && applies(rule, risk)))
                .toList();
        return required.isEmpty() && !rules.equals(StandardReviews.RULES)
                ? requiredReviews(StandardReviews.RULES, risk)
                : required;
    }

    /** A standard clause needs nobody. */
    private boolean applies(ReviewRule rule, @Nullable RiskLevel risk) {
        if (rule.fromRisk() != null && (risk == null || risk.compareTo(rule.fromRisk()) < 0)) {
            return false;
        }
        if (!rule.concerns(value)) {
            return false;
        }
        return switch (rule.when()) {
            case ALWAYS, PAYMENTS -> true;
            case SPECIAL_CLAUSE -> clauses.stream().anyMatch(clause -> clause.kind() == Clause.Kind.SPECIAL);
            case SCOPE -> isStated(terms.scope());
        };
    }

    /** What of these mandatory contents and of the clauses is not there yet, by name; the fee is the value. */
    List<String> missing(List<Content> needed) {
        var missing = new ArrayList<String>();
        for (var content : needed) {
            switch (content) {
                case PRODUCTS -> {
                    if (lines.isEmpty()) {
                        missing.addAll(List.of("product", "quantity", "price"));
                    }
                }
                case QUALITY_STANDARD -> require(missing, "qualityStandard", terms.qualityStandard());
                case DELIVERY_DEADLINE -> require(missing, "deliveryDeadline", terms.deliveryDeadline());
                case PAYMENT_METHOD -> require(missing, "paymentMethod", terms.paymentMethod());
                case SCOPE -> require(missing, "scope", terms.scope());
                case DURATION -> require(missing, "duration", terms.duration());
            }
        }
        if (wording != null) {
            wording.clauses().stream()
                    .filter(StandardClause::mandatory)
                    .map(StandardClause::code)
                    .filter(code -> clause(code).isEmpty())
                    .forEach(code -> missing.add("clause " + code));
        }
        return missing;
    }

    /** These checks, and what has to be right in any contract, even in one that is not complete. */
    Checks check(Checks before) {
        var checks = before.that(!value.isNegative(), "/value", VALUE_NEGATIVE);
        checks = checkLines(checks);
        checks = checkClauses(checks);
        return new PaymentPlan(value, payments).check(checks, PAYMENTS_FAULTY);
    }

    private Checks checkLines(Checks checks) {
        var sum = Money.zero(value.currency());
        for (int i = 0; i < lines.size() && checks.failed() == null; i++) {
            var line = lines.get(i);
            var pointer = "/lines/" + i;
            checks = checkLine(checks, line, pointer)
                    .that(
                            line.unitPrice().currency().equals(value.currency()),
                            pointer + "/unitPrice/currency",
                            CURRENCIES_MIXED,
                            "prices must be in the currency of the value");
            if (checks.failed() == null) {
                sum = sum.plus(line.amount());
                checks = checks.that(!sum.isTooLarge(), pointer, AMOUNT_TOO_LARGE);
            }
        }
        return checks.that(
                lines.isEmpty() || sum.equals(value),
                "/value",
                VALUE_NOT_SUM_OF_LINES,
                "the lines add up to %s, the value is %s".formatted(sum, value));
    }

    private static Checks checkLine(Checks checks, ContractLine line, String pointer) {
        return checks.text(pointer + "/product", line.product(), PRODUCT_MISSING)
                .that(line.quantity().signum() > 0, pointer + "/quantity", QUANTITY_NOT_POSITIVE)
                .that(!line.unitPrice().isNegative(), pointer + "/unitPrice", VALUE_NEGATIVE)
                .that(line.hasPlausibleDiscount(), pointer + "/discountPercent", DISCOUNT_OUT_OF_RANGE)
                .that(line.source() == null || line.source().namesSomething(), pointer + "/source", SOURCE_INCOMPLETE);
    }

    private Checks checkClauses(Checks checks) {
        var codes = new HashSet<String>();
        for (int i = 0; i < clauses.size(); i++) {
            var clause = clauses.get(i);
            var pointer = "/clauses/" + i;
            checks = checks.text(pointer, clause.code(), CLAUSE_INCOMPLETE)
                    .text(pointer, clause.text(), CLAUSE_INCOMPLETE)
                    .that(codes.add(Codes.canonical(clause.code())), pointer + "/code", CLAUSE_DOUBLED);
        }
        return checks;
    }

    private static void require(List<String> missing, String name, @Nullable Object content) {
        if (!isStated(content)) {
            missing.add(name);
        }
    }

    private static boolean isStated(@Nullable Object content) {
        return content != null && !content.toString().isBlank();
    }
}
