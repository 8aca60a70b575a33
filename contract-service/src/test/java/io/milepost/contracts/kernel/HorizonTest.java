package io.milepost.contracts.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HorizonTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Test
    void reaches_fifty_years_both_ways() {
        assertThat(Horizon.reaches(LocalDate.parse("1976-03-02"), TODAY)).isTrue();
        assertThat(Horizon.reaches(LocalDate.parse("1976-03-01"), TODAY)).isFalse();
        assertThat(Horizon.reaches(LocalDate.parse("2076-03-02"), TODAY)).isTrue();
        assertThat(Horizon.reaches(LocalDate.parse("2076-03-03"), TODAY)).isFalse();
    }
}
