package io.milepost.platform.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How streams behave.
 *
 * @param heartbeat how long a stream is silent at most
 * @param streams how many may be open at a time
 */
@ConfigurationProperties("milepost.feed")
record FeedProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("100") int streams) {}
