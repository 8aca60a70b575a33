package io.milepost.reporting.read.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void nothing_has_no_percentiles() {
        assertThat(new Days().median()).isNull();
        assertThat(new Days().p90()).isNull();
    }

    @Test
    void the_middle_of_an_even_number_lies_between_two() {
        var days = of(List.of(1L, 2L, 5L, 100L));
        assertThat(days.median()).isEqualTo(new BigDecimal("3.5"));
        assertThat(days.p90()).isEqualTo(100);
        assertThat(of(List.of(7L)).median()).isEqualTo(new BigDecimal("7.0"));
        assertThat(of(List.of(7L)).p90()).isEqualTo(7);
    }

    @Test
    @DisplayName("Percentiles of counts are those of the sorted list; what was added and taken back is not there")
    void percentiles_of_counts_are_those_of_the_list() {
        var random = new Random(193);
        for (int time = 0; time < 200; time++) {
            List<Long> list = new ArrayList<>();
            for (int size = 1 + random.nextInt(30); size > 0; size--) {
                list.add((long) random.nextInt(20));
            }
            var days = of(list);
            days.add(3, 2);
            days.add(3, -2);
            Collections.sort(list);
            int size = list.size();
            assertThat(days.count()).isEqualTo(size);
            assertThat(days.median())
                    .isEqualByComparingTo(BigDecimal.valueOf((list.get((size - 1) / 2) + list.get(size / 2)) * 5, 1));
            assertThat(days.p90()).isEqualTo(list.get((int) Math.ceil(size * 0.9 - 1e-9) - 1));
        }
    }

    private static Days of(List<Long> list) {
        var days = new Days();
        list.forEach(one -> days.add(one, 1));
        return days;
    }
}
