package io.milepost.contracts.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-135: a plan splits the value, to the cent")
class PaymentPlanTest {
    private static final Money VALUE = usd("100.00");
    private static final PaymentTerm ALL = percent("100");

    @Test
    void cents_that_percents_leave_over_go_to_the_largest_remainders() {
        var thirds = List.of(percent("33.3"), percent("33.3"), percent("33.4"));
        assertThat(new PaymentPlan(usd("0.10"), thirds).amounts())
                .containsExactly(usd("0.03"), usd("0.03"), usd("0.04"));
        assertThat(new PaymentPlan(usd("0.05"), List.of(percent("50"), percent("50"))).amounts())
                .containsExactly(usd("0.03"), usd("0.02"));
        assertThat(new PaymentPlan(Money.of("101", "JPY"), List.of(percent("30"), percent("70"))).amounts())
                .containsExactly(Money.of("30", "JPY"), Money.of("71", "JPY"));
    }

    @Test
    void shares_add_up_to_the_value_whatever_it_is() {
        for (long seed = 0; seed < 200; seed++) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var cuts =
                    random.ints(random.nextInt(6), 1, 1000).distinct().sorted().toArray();
            var edges = IntStream.concat(IntStream.concat(IntStream.of(0), Arrays.stream(cuts)), IntStream.of(1000))
                    .toArray();
            var terms = IntStream.range(1, edges.length)
                    .mapToObj(i -> percent(
                            BigDecimal.valueOf(edges[i] - edges[i - 1], 1).toPlainString()))
                    .toList();
            var plan = new PaymentPlan(Money.ofMinor(random.nextLong(10_000_000), VALUE.currency()), terms);
            assertThat(plan.fault()).as("seed %d", seed).isEmpty();
            assertThat(plan.amounts().stream().reduce(Money.zero(VALUE.currency()), Money::plus))
                    .as("seed %d", seed)
                    .isEqualTo(plan.value());
        }
    }

    @Test
    @DisplayName("The largest amount of the currency with the most decimals is split to its last decimal")
    void the_largest_value_is_split_exactly() {
        var most = Money.of("999999999999999.9999", "CLF");
        assertThat(new PaymentPlan(most, List.of(percent("30"), percent("70"))).amounts())
                .containsExactly(Money.of("300000000000000.0000", "CLF"), Money.of("699999999999999.9999", "CLF"));
        assertThat(new PaymentPlan(most, List.of(ALL)).amounts()).containsExactly(most);
    }

    @Test
    @DisplayName("Payments that come to more than an amount may have digits are too large, others only not the value")
    void more_than_an_amount_may_have_is_told_apart() {
        var most = amount("999999999999999.99");
        var plan = new PaymentPlan(VALUE, List.of(most, amount("0.01")));
        assertThat(plan.fault()).get().returns(true, PaymentPlan.Fault::tooLarge);
        plan = new PaymentPlan(VALUE, List.of(amount("999999999999999.98"), amount("0.01")));
        assertThat(plan.fault()).get().returns(false, PaymentPlan.Fault::tooLarge);
    }

    @Test
    void names_the_field_at_fault() {
        faults("", new PaymentTerm("all", null, null, Trigger.SIGNATURE, null, null, null));
        faults("", new PaymentTerm("all", VALUE, new BigDecimal("100"), Trigger.SIGNATURE, null, null, null));
        faults("/label", new PaymentTerm(" ", VALUE, null, Trigger.SIGNATURE, null, null, null));
        faults("/percent", percent("0"));
        faults("/amount", amount("0.00"));
        faults(
                "/amount/currency",
                new PaymentTerm("a", Money.of("1", "EUR"), null, Trigger.SIGNATURE, null, null, null));
        faults("/dueOn", new PaymentTerm("all", VALUE, null, Trigger.DATE, null, null, null));
        faults("/milestone", new PaymentTerm("all", VALUE, null, Trigger.MILESTONE, null, " ", null));
        faults("/daysAfter", new PaymentTerm("all", VALUE, null, Trigger.SIGNATURE, null, null, -1));
        faults("/daysAfter", new PaymentTerm("all", VALUE, null, Trigger.SIGNATURE, null, null, 3651));
        assertThat(faultOf(ALL, amount("1.00"))).isEqualTo("/payments/1");
    }

    @Test
    void is_neither_more_nor_less_than_the_value() {
        assertThat(faultOf(percent("99.9"))).isEqualTo("/payments");
        assertThat(faultOf(amount("99.99"))).isEqualTo("/payments");
        assertThat(faultOf(amount("60.00"), amount("40.00"))).isEmpty();
        assertThat(faultOf(ALL)).isEmpty();
        assertThat(faultOf()).isEmpty();
        assertThat(faultOf(new PaymentTerm("all", VALUE, null, Trigger.DATE, LocalDate.EPOCH, null, 3650)))
                .isEmpty();
    }

    private static void faults(String pointer, PaymentTerm term) {
        assertThat(faultOf(term)).isEqualTo("/payments/0" + pointer);
    }

    private static String faultOf(PaymentTerm... terms) {
        return new PaymentPlan(VALUE, List.of(terms))
                .fault()
                .map(PaymentPlan.Fault::pointer)
                .orElse("");
    }

    private static PaymentTerm percent(String percent) {
        return new PaymentTerm("share", null, new BigDecimal(percent), Trigger.SIGNATURE, null, null, null);
    }

    private static PaymentTerm amount(String amount) {
        return new PaymentTerm("part", usd(amount), null, Trigger.SIGNATURE, null, null, null);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
