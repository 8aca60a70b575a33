package io.milepost.reporting.read.bikeys;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.inbox.InboxConfiguration;
import io.milepost.platform.inbox.TopicTail;
import io.milepost.platform.limit.RatePolicy;
import io.milepost.platform.relay.BrokerConnection;
import io.milepost.platform.security.BasicCallers;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.inbound.lead.BiKeyFacts;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.store.KeySights;
import io.milepost.reporting.read.mart.store.Mart;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import reactor.core.Disposable;

/** Lets the service hear of BI keys. How far behind it is shows as {@code milepost.bikeys.lag}. */
@Configuration(proxyBeanMethods = false)
public class BiKeysConfiguration {

    @Bean
    BiKeys biKeys(Clock clock, MilepostProperties milepost) {
        return new BiKeys(clock, milepost.zone());
    }

    @Bean(destroyMethod = "stop")
    TopicTail biKeysTail(BiKeys biKeys, BrokerConnection broker, VitalThreads threads, MeterRegistry meters) {
        var tail = InboxConfiguration.tail(BiKeyFacts.SOURCE, broker, biKeys);
        Gauge.builder("milepost.bikeys.lag", tail, TopicTail::lag)
                .description("Events of lead-service that this instance's BI keys have not heard; -1 where unknown")
                .register(meters);
        threads.start("bi-keys", tail);
        return tail;
    }

    @Bean(destroyMethod = "dispose")
    Disposable sqlKeys(
            BiKeys biKeys,
            TopicTail biKeysTail,
            Mart mart,
            Feeding martFeeding,
            Declarations declarations,
            Sights sights,
            VitalThreads threads) {
        var keys = new SqlKeys(biKeys, biKeysTail, new KeySights(mart), martFeeding, declarations, sights);
        return threads.every(
                Duration.ofSeconds(2),
                "sql-keys",
                () -> VitalThreads.attempt("tell the database what keys see", keys::look));
    }

    /** Of tools, which ask again and again by themselves; whoever comes with a token is limited as everywhere. */
    @Bean
    RatePolicy biKeyRequests(@Value("${milepost.bi.requests-per-minute:300}") int most) {
        return new RatePolicy("bi-key", (_, caller) -> isKey(caller), most, Duration.ofMinutes(1));
    }

    static boolean isKey(Authentication caller) {
        return caller.getAuthorities().stream()
                .anyMatch(authority -> BasicCallers.AUTHORITY.equals(authority.getAuthority()));
    }
}
