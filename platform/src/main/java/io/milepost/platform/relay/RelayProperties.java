package io.milepost.platform.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the relay.
 *
 * @param resumeAfter an operator's word after a restore or a lost checkpoint; without effect while the checkpoint fits the log
 * @param lease after how long another instance takes over from one that fell silent
 */
@ConfigurationProperties("milepost.relay")
record RelayProperties(
        @Nullable Long resumeAfter, @DefaultValue("5s") Duration lease) {}
