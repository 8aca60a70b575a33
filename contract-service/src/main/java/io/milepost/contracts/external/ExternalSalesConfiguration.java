package io.milepost.contracts.external;

import io.milepost.contracts.subscription.Subscription.RecordEntryFailure;
import io.milepost.contracts.subscription.Subscription.RecordExternalEntry;
import io.milepost.contracts.subscription.SubscriptionEvent.ExternalEntryRequested;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.OutgoingCall;
import io.milepost.platform.inbox.Subscription;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls the external sales system whenever a subscription asks for it, where there is one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("milepost.external-sales.url")
@EnableConfigurationProperties(ExternalSalesProperties.class)
public class ExternalSalesConfiguration {

    @Bean
    SalesSystem salesSystem(ExternalSalesProperties properties) {
        return new HttpSalesSystem(properties);
    }

    @Bean
    Subscription externalEntries(SalesSystem system, Commands commands) {
        return new OutgoingCall<>(
                        "external-entry",
                        "contract",
                        "subscription.external-entry-requested.v1",
                        ExternalEntryRequested.class,
                        (cause, requested) -> command(cause, requested, system))
                .in("contract", commands::dispatch);
    }

    static Record command(Inbound cause, ExternalEntryRequested requested, SalesSystem system) {
        return switch (system.enter(cause.subject(), requested)) {
            case SalesSystem.Answer.Entered(var reference) -> new RecordExternalEntry(reference);
            case SalesSystem.Answer.Failed(var why) -> new RecordEntryFailure(requested.attempt(), why);
        };
    }
}
