package io.milepost.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the HTTP face.
 *
 * @param maxBody of one command
 * @param maxBatchBody of a batch
 * @param batchItems how many a batch may have
 * @param batchConcurrency how many entities of one batch are worked on at a time
 * @param positionWait how long a list waits for a position that the caller asks for
 */
@ConfigurationProperties("milepost.web")
record WebProperties(
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue("4MB") DataSize maxBatchBody,
        @DefaultValue("1000") int batchItems,
        @DefaultValue("64") int batchConcurrency,
        @DefaultValue("5s") Duration positionWait) {}
