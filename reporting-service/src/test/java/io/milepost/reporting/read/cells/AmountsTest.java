package io.milepost.reporting.read.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @Test
    void one_subject_adds_ten_trillion_dollars_at_most() {
        assertThat(Amounts.minor(Money.of("10000000000000.00", "USD"))).isEqualTo(Amounts.MOST);
        assertThat(Amounts.minor(Money.of("-10000000000000.00", "USD"))).isEqualTo(-Amounts.MOST);
        assertThat(Amounts.minor(Money.of("0.01", "USD"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "10000000000000.01, USD",
        "-10000000000000.01, USD",
        "999999999999999.99, USD",
        "999999999999999.9999, CLF",
        "92233720368547758.08, USD",
        "999999999999999999999999999999.99, USD",
        "-92233720368547758.09, USD"
    })
    void more_is_refused_whether_a_long_holds_it_or_not(String amount, String currency) {
        assertThatThrownBy(() -> Amounts.minor(Money.of(amount, currency)))
                .isInstanceOf(AmountTooLargeException.class)
                .hasMessageNotContaining(amount);
    }

    @Test
    void nine_thousand_of_the_largest_fit_one_sum() {
        assertThat(Math.multiplyExact(9_000L, Amounts.MOST)).isPositive();
    }
}
