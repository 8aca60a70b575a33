package io.milepost.platform.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of batches that are answered before they are done.
 *
 * @param items how many one may have
 * @param maxBody of one
 * @param running how many one instance works on at a time
 * @param each how many of them one sender may have at a time
 * @param kept how many of one sender can be read about; of more, the oldest are forgotten
 * @param keep how long it can be read what became of one
 * @param silence after how long without progress one counts as interrupted
 */
@ConfigurationProperties("milepost.jobs")
public record JobProperties(
        @DefaultValue("20000") int items,
        @DefaultValue("32MB") DataSize maxBody,
        @DefaultValue("2") int running,
        @DefaultValue("1") int each,
        @DefaultValue("50") int kept,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("60s") Duration silence) {}
