package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a value is split into agreed payments: all by percent or all by amount, and nothing is left over. */
public record PaymentPlan(Money value, List<PaymentTerm> terms) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** How many days after its trigger or its invoice a payment may be due. */
    public static final int LATEST = 3650;

    public PaymentPlan {
        terms = List.copyOf(terms);
    }

    /**
     * What is wrong with a plan, and in which of its fields.
     *
     * @param tooLarge whether the payments come to more than an amount may have digits
     */
    public record Fault(String pointer, String detail, boolean tooLarge) {}

    /** The first fault; a plan without terms has none. */
    public Optional<Fault> fault() {
        var faults = IntStream.range(0, terms.size())
                .mapToObj(i -> faultOf(terms.get(i))
                        .map(fault -> new Fault("/payments/" + i + fault.pointer(), fault.detail(), false)))
                .flatMap(Optional::stream)
                .findFirst();
        return faults.isPresent() || terms.isEmpty() ? faults : remainder();
    }

    /** These checks, and that the plan has no fault: too large an amount is refused as that, any other fault as {@code faulty}. */
    public Checks check(Checks checks, Refusal faulty) {
        return fault().map(fault -> checks.that(
                        false, fault.pointer(), fault.tooLarge() ? Usual.AMOUNT_TOO_LARGE : faulty, fault.detail()))
                .orElse(checks);
    }

    /** The payments in money, adding up to the value; cents that percents leave over go to the largest remainders. */
    public List<Money> amounts() {
        return byPercent() ? shares() : terms.stream().map(this::stated).toList();
    }

    private Optional<Fault> faultOf(PaymentTerm term) {
        if (term.label().isBlank()) {
            return fault("/label", "a payment must have a label");
        }
        if (term.method() != null && term.method().isBlank()) {
            return fault("/method", "a way of payment cannot be blank");
        }
        if ((term.amount() == null) == (term.percent() == null) || (term.percent() != null) != byPercent()) {
            return fault("", "payments must be stated all by percent or all by amount");
        }
        if (term.percent() != null && term.percent().signum() <= 0) {
            return fault("/percent", "a percentage must be above zero");
        }
        if (term.amount() != null && !term.amount().currency().equals(value.currency())) {
            return fault("/amount/currency", "payments must be in the currency of the value");
        }
        if (term.amount() != null && !term.amount().isPositive()) {
            return fault("/amount", "an amount must be above zero");
        }
        if (term.trigger() == Trigger.DATE && term.dueOn() == null) {
            return fault("/dueOn", "a payment by date must state its day");
        }
        if (term.trigger() == Trigger.MILESTONE && isBlank(term.milestone())) {
            return fault("/milestone", "a payment by milestone must name it");
        }
        var days = Objects.requireNonNullElse(term.daysAfter(), 0);
        return days < 0 || days > LATEST
                ? fault("/daysAfter", "a payment must be due within %d days of its trigger".formatted(LATEST))
                : Optional.empty();
    }

    private Optional<Fault> remainder() {
        if (byPercent()) {
            var sum = terms.stream().map(this::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.compareTo(WHOLE) == 0
                    ? Optional.empty()
                    : fault(
                            "/payments",
                            "the payments add up to %s percent of the value, not 100".formatted(sum.toPlainString()));
        }
        var sum = terms.stream().map(this::stated).reduce(Money.zero(value.currency()), Money::plus);
        return sum.equals(value)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "/payments",
                        "the payments add up to %s, the value is %s".formatted(sum, value),
                        sum.isTooLarge()));
    }

    /** In whole minor units, which an amount may have more of than a long can count. */
    private List<Money> shares() {
        var whole = new BigDecimal(value.amount().unscaledValue());
        var exact = terms.stream()
                .map(term -> percent(term).multiply(whole).divide(WHOLE))
                .toList();
        var minor = new ArrayList<>(exact.stream()
                .map(share -> share.setScale(0, RoundingMode.FLOOR).toBigIntegerExact())
                .toList());
        var given = minor.stream().reduce(BigInteger.ZERO, BigInteger::add);
        long left = whole.toBigIntegerExact().subtract(given).longValueExact();
        IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(
                                i -> exact.get(i).subtract(new BigDecimal(minor.get(i))))
                        .reversed())
                .limit(left)
                .forEach(i -> minor.set(i, minor.get(i).add(BigInteger.ONE)));
        return minor.stream()
                .map(share -> new Money(new BigDecimal(share, value.amount().scale()), value.currency()))
                .toList();
    }

    private boolean byPercent() {
        return !terms.isEmpty() && terms.getFirst().percent() != null;
    }

    private BigDecimal percent(PaymentTerm term) {
        return Objects.requireNonNull(term.percent());
    }

    private Money stated(PaymentTerm term) {
        return Objects.requireNonNull(term.amount());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Optional<Fault> fault(String pointer, String detail) {
        return Optional.of(new Fault(pointer, detail, false));
    }
}
