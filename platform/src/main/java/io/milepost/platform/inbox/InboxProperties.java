package io.milepost.platform.inbox;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the inbox.
 *
 * @param acceptEpoch by source: the new epoch with which to go on after a restore of the producer
 */
@ConfigurationProperties("milepost.inbox")
record InboxProperties(@DefaultValue Map<String, String> acceptEpoch) {}
