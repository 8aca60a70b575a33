package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.AMOUNT_TOO_LARGE;
import static io.milepost.contracts.contract.domain.ContractRefusal.CLAUSE_DOUBLED;
import static io.milepost.contracts.contract.domain.ContractRefusal.CLAUSE_INCOMPLETE;
import static io.milepost.contracts.contract.domain.ContractRefusal.CURRENCIES_MIXED;
import static io.milepost.contracts.contract.domain.ContractRefusal.DISCOUNT_OUT_OF_RANGE;
import static io.milepost.contracts.contract.domain.ContractRefusal.PAYMENTS_FAULTY;
import static io.milepost.contracts.contract.domain.ContractRefusal.PRODUCT_MISSING;
import static io.milepost.contracts.contract.domain.ContractRefusal.QUANTITY_NOT_POSITIVE;
import static io.milepost.contracts.contract.domain.ContractRefusal.VALUE_NEGATIVE;
import static io.milepost.contracts.contract.domain.ContractRefusal.VALUE_NOT_SUM_OF_LINES;

import io.milepost.contracts.kernel.PaymentPlan;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a contract says: its value, its lines, its terms, its clauses and its payments. */
public record Content(
        Money value, List<ContractLine> lines, Terms terms, List<Clause> clauses, List<PaymentTerm> payments) {
    public Content {
        lines = List.copyOf(lines);
        clauses = List.copyOf(clauses);
        payments = List.copyOf(payments);
    }

    static Content of(
            Money value,
            List<ContractLine> lines,
            @Nullable Terms terms,
            @Nullable List<Clause> clauses,
            @Nullable List<PaymentTerm> payments) {
        return new Content(
                value,
                lines,
                Objects.requireNonNullElse(terms, Terms.NONE),
                Objects.requireNonNullElse(clauses, List.<Clause>of()),
                Objects.requireNonNullElse(payments, List.<PaymentTerm>of()));
    }

    /** Absent where there are none, as events have it. */
    @Nullable
    List<Clause> clausesIfAny() {
        return clauses.isEmpty() ? null : clauses;
    }

    /** Absent where there are none, as events have it. */
    @Nullable
    List<PaymentTerm> paymentsIfAny() {
        return payments.isEmpty() ? null : payments;
    }

    /** The clause of this code, in whatever spelling. */
    Optional<Clause> clause(String code) {
        return spelled(code)
                .or(() -> clauses.stream()
                        .filter(clause -> Codes.same(clause.code(), code))
                        .findFirst());
    }

    private Optional<Clause> spelled(String code) {
        return clauses.stream().filter(clause -> clause.code().equals(code)).findFirst();
    }

    /** The same with this clause, in its place if there is one of its code, spelled like it. */
    Content with(Clause clause) {
        var others = new ArrayList<Clause>();
        if (spelled(clause.code()).isEmpty()) {
            others.addAll(clauses);
            others.add(clause);
        } else {
            clauses.forEach(other -> others.add(other.code().equals(clause.code()) ? clause : other));
        }
        return new Content(value, lines, terms, others, payments);
    }

    /** Whom the content concerns: a standard clause needs nobody. */
    List<Review> requiredReviews() {
        var required = new ArrayList<Review>();
        if (clauses.stream().anyMatch(clause -> clause.kind() == Clause.Kind.SPECIAL)) {
            required.add(Review.LEGAL);
        }
        if (!payments.isEmpty()) {
            required.add(Review.FINANCE);
        }
        if (isStated(terms.scope())) {
            required.add(Review.TECHNICAL);
        }
        return required;
    }

    /** What cannot be written into any contract, whatever else it lacks. */
    Optional<Refused<ContractEvent>> fault() {
        if (value.isNegative()) {
            return refused(VALUE_NEGATIVE, "/value");
        }
        return faultOfLines().or(this::faultOfClauses).or(this::faultOfPayments);
    }

    private Optional<Refused<ContractEvent>> faultOfClauses() {
        var codes = new HashSet<String>();
        for (int i = 0; i < clauses.size(); i++) {
            var clause = clauses.get(i);
            if (clause.code().isBlank() || clause.text().isBlank()) {
                return refused(CLAUSE_INCOMPLETE, "/clauses/" + i);
            }
            if (!codes.add(Codes.canonical(clause.code()))) {
                return refused(CLAUSE_DOUBLED, "/clauses/" + i + "/code");
            }
        }
        return Optional.empty();
    }

    private Optional<Refused<ContractEvent>> faultOfPayments() {
        return new PaymentPlan(value, payments)
                .fault()
                .map(fault -> Decision.<ContractEvent>refused(
                                fault.tooLarge() ? AMOUNT_TOO_LARGE : PAYMENTS_FAULTY, fault.detail())
                        .at(fault.pointer()));
    }

    private Optional<Refused<ContractEvent>> faultOfLines() {
        var sum = Money.zero(value.currency());
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var pointer = "/lines/" + i;
            if (line.product().isBlank()) {
                return refused(PRODUCT_MISSING, pointer + "/product");
            }
            if (line.quantity().signum() <= 0) {
                return refused(QUANTITY_NOT_POSITIVE, pointer + "/quantity");
            }
            if (line.unitPrice().isNegative()) {
                return refused(VALUE_NEGATIVE, pointer + "/unitPrice");
            }
            if (line.hasImpossibleDiscount()) {
                return refused(DISCOUNT_OUT_OF_RANGE, pointer + "/discountPercent");
            }
            if (!line.unitPrice().currency().equals(value.currency())) {
                return refused(CURRENCIES_MIXED, pointer + "/unitPrice/currency");
            }
            sum = sum.plus(line.amount());
            if (sum.isTooLarge()) {
                return refused(AMOUNT_TOO_LARGE, pointer);
            }
        }
        return lines.isEmpty() || sum.equals(value) ? Optional.empty() : notTheSum(sum);
    }

    /** The mandatory contents that are not there yet, by their names; the fee is the value. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (lines.isEmpty()) {
            missing.addAll(List.of("product", "quantity", "price"));
        }
        require(missing, "qualityStandard", terms.qualityStandard());
        require(missing, "deliveryDeadline", terms.deliveryDeadline());
        require(missing, "paymentMethod", terms.paymentMethod());
        require(missing, "scope", terms.scope());
        require(missing, "duration", terms.duration());
        return missing;
    }

    private static void require(List<String> missing, String name, @Nullable Object content) {
        if (!isStated(content)) {
            missing.add(name);
        }
    }

    private static boolean isStated(@Nullable Object content) {
        return content != null && !content.toString().isBlank();
    }

    private Optional<Refused<ContractEvent>> notTheSum(Money sum) {
        var detail = "the lines add up to %s, the value is %s".formatted(sum, value);
        return Optional.of(
                Decision.<ContractEvent>refused(VALUE_NOT_SUM_OF_LINES, detail).at("/value"));
    }

    private static Optional<Refused<ContractEvent>> refused(ContractRefusal reason, String pointer) {
        return Optional.of(Decision.<ContractEvent>refused(reason).at(pointer));
    }
}
