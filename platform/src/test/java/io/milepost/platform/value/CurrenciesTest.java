package io.milepost.platform.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {

    @ParameterizedTest
    @ValueSource(strings = {"USD", "EUR", "CNY", "JPY", "KWD", "CHF", "CLF", "XOF", "XCD"})
    void those_that_somebody_pays_with_are_in_use(String code) {
        assertThat(Currencies.of(code)).isEqualTo(Currency.getInstance(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X" + "XX", "XTS", "XAU", "XDR", "DEM", "HRK", "ITL", "usd", "US", "ABC", ""})
    void others_are_not(String code) {
        assertThatThrownBy(() -> Currencies.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_of_them_has_a_smallest_unit() {
        assertThat(Currency.getAvailableCurrencies().stream().filter(Currencies::inUse))
                .hasSizeGreaterThan(150)
                .allSatisfy(currency ->
                        assertThat(currency.getDefaultFractionDigits()).isBetween(0, 4));
    }
}
