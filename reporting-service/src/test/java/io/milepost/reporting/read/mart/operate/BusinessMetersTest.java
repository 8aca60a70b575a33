package io.milepost.reporting.read.mart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However many channels or currencies there are, a figure has thirty series at most and loses nothing that can be added. */
class BusinessMetersTest {

    @Test
    void a_few_are_told_as_they_are() {
        Map<List<String>, Double> few = Map.of(List.of("fair"), 3.0, List.of("web"), 4.0);

        assertThat(BusinessMeters.bounded(few)).isEqualTo(few);
    }

    @Test
    void of_many_the_largest_are_told_and_the_rest_together() {
        var many = new LinkedHashMap<List<String>, Double>();
        for (int channel = 1; channel <= 1_000; channel++) {
            many.put(List.of("channel " + channel), (double) channel);
        }

        var told = BusinessMeters.bounded(many);

        assertThat(told)
                .hasSize(30)
                .containsEntry(List.of("channel 1000"), 1000.0)
                .containsKey(List.of("(others)"));
        assertThat(told.values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(500_500);
    }

    @Test
    void amounts_of_two_currencies_are_never_added() {
        var many = new LinkedHashMap<List<String>, Double>();
        for (int stage = 1; stage <= 100; stage++) {
            many.put(List.of("stage " + stage, "CNY"), 10.0 * stage);
            many.put(List.of("stage " + stage, "EUR"), 1.0 * stage);
        }

        var told = BusinessMeters.bounded(many);

        assertThat(told).hasSizeLessThanOrEqualTo(30);
        assertThat(told.entrySet().stream()
                        .filter(one -> one.getKey().get(1).equals("EUR"))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
                .isEqualTo(5_050);
    }

    @Test
    void as_many_currencies_as_there_are_deals_stay_within_the_bound() {
        var many = new LinkedHashMap<List<String>, Double>();
        for (int currency = 1; currency <= 100; currency++) {
            many.put(List.of("PURSUED", "C" + currency), 1.0);
        }

        assertThat(BusinessMeters.bounded(many)).hasSizeLessThanOrEqualTo(30);
    }
}
