package io.milepost.platform.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the relay.
 *
 * @param resumeAfter an operator's word after a restore or a lost checkpoint; without effect while the checkpoint fits the log
 * @param republish the same, where the topic holds what the log no longer does: the epoch to begin the topic anew with
 * @param lease after how long another instance takes over from one that fell silent
 */
@ConfigurationProperties("milepost.relay")
record RelayProperties(
        @Nullable Long resumeAfter,
        @Nullable String republish,
        @DefaultValue("5s") Duration lease) {}
