package io.milepost.platform.privacy;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.inbox.Subscription;
import io.milepost.platform.sealing.Erasing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a service forget persons. */
@Configuration(proxyBeanMethods = false)
public class PrivacyConfiguration {
    private static final String DECIDES = "lead";

    @Bean
    Subscription forgetting(
            Erasing erasing,
            EventLog log,
            Catalogues catalogues,
            Receivers receivers,
            Commands commands,
            MilepostProperties milepost) {
        return new Subscription(
                milepost.service() + "-service.erasure",
                DECIDES,
                new Forgetting(erasing, new Holdings(log, catalogues.all()), receivers, commands::dispatch));
    }
}
