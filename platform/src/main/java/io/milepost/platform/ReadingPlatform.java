package io.milepost.platform;

import io.milepost.platform.inbox.InboxConfiguration;
import io.milepost.platform.limit.LimitConfiguration;
import io.milepost.platform.observe.ObserveConfiguration;
import io.milepost.platform.security.SecurityConfiguration;
import io.milepost.platform.web.WebConfiguration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a service needs that decides nothing and keeps no log: it listens, and answers what it has made of it. */
@Configuration(proxyBeanMethods = false)
@Import({
    InboxConfiguration.class,
    WebConfiguration.class,
    SecurityConfiguration.class,
    LimitConfiguration.class,
    ObserveConfiguration.class
})
public class ReadingPlatform {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
