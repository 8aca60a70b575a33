package io.milepost.delivery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HorizonTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Test
    void is_near_for_a_meeting_and_far_for_a_plan() {
        for (var day : new String[] {"2021-03-02", "2031-03-02"}) {
            assertThat(Horizon.NEAR.reaches(LocalDate.parse(day), TODAY))
                    .as(day)
                    .isTrue();
        }
        for (var day : new String[] {"2021-03-01", "2031-03-03"}) {
            assertThat(Horizon.NEAR.reaches(LocalDate.parse(day), TODAY))
                    .as(day)
                    .isFalse();
            assertThat(Horizon.FAR.reaches(LocalDate.parse(day), TODAY)).as(day).isTrue();
        }
    }
}
