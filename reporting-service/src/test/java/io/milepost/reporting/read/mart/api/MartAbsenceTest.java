package io.milepost.reporting.read.mart.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MartAbsenceTest {

    @ParameterizedTest
    @CsvSource({"08001, true", "08006, true", "57P03, true", "28P01, false", "3D000, false", "57014, false", "'', false"
    })
    @DisplayName("a start waits for a server that is not there, and not for one that refuses")
    void tells_absent_from_refusing(String state, boolean absent) {
        var fault = new IllegalStateException("the pool", new SQLException("no", state));
        assertThat(MartConfiguration.isAbsent(fault)).isEqualTo(absent);
        assertThat(MartConfiguration.isAbsent(new IllegalStateException("something else")))
                .isFalse();
    }
}
