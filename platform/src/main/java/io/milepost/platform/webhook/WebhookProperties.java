package io.milepost.platform.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are brought to webhooks.
 *
 * @param allowPrivate whether receivers may stand at private and local addresses, and be spoken to without TLS; for tests and one's own machine
 * @param timeout how long a receiver may take for one event
 * @param atOnce how many events one receiver is sent at a time, each of another entity
 * @param keep how long it can be read what became of an event
 * @param bundle SSL bundle by whose authorities receivers are believed; by default those that the JVM knows
 * @param lease how long an instance that sends may be silent before another one takes over
 */
@ConfigurationProperties("milepost.webhooks")
public record WebhookProperties(
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("8") int atOnce,
        @DefaultValue("30d") Duration keep,
        @Nullable String bundle,
        @DefaultValue("10s") Duration lease) {}
