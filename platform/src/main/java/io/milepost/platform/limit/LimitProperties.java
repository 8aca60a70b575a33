package io.milepost.platform.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of one instance a caller may have.
 *
 * @param commands that one caller may send in a second
 * @param reads that one caller may send in a second
 * @param reports questions to reports, datasets and traces that one caller may ask in a second
 * @param operations requests to the log, to projections and to what is parked that one caller may send in a second
 * @param atOnce how many requests are at work for each processor; others wait for their turn
 * @param waiting how many requests of one caller may wait for their turn
 * @param patience how long a request waits for its turn
 */
@ConfigurationProperties("milepost.limits")
record LimitProperties(
        @DefaultValue("2000") int commands,
        @DefaultValue("10000") int reads,
        @DefaultValue("200") int reports,
        @DefaultValue("500") int operations,
        @DefaultValue("32") int atOnce,
        @DefaultValue("1000") int waiting,
        @DefaultValue("10s") Duration patience) {}
