package io.milepost.platform.setaside;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a service's readers go on without: kept in its database, counted, and seen in readiness. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MilepostProperties.class)
public class SetAsideConfiguration {

    @Bean
    SetAsides setAsides(MongoClient client, MilepostProperties milepost) {
        return new SetAsides(client.getDatabase(milepost.service()).getCollection("set_aside"));
    }

    @Bean
    AsideDesk asideDesk(SetAsides asides, ObjectProvider<AsideReader> readers) {
        return new AsideDesk() {
            @Override
            public List<SetAside> all() {
                return asides.all();
            }

            @Override
            public List<SetAside> of(UUID subject) {
                return asides.of(subject);
            }

            @Override
            public void redrive(UUID subject) {
                var before = of(subject).stream().map(SetAside::reader).collect(Collectors.toSet());
                readers.orderedStream()
                        .filter(reader -> before.contains(reader.reader()))
                        .forEach(reader -> reader.redrive(subject));
            }
        };
    }

    /** What was set aside before this start is known before anybody reads; each reader has its own gauge. */
    @Bean
    SmartInitializingSingleton setAsideMeters(
            SetAsides asides, ObjectProvider<AsideReader> readers, MeterRegistry meters) {
        return () -> {
            asides.count();
            readers.orderedStream()
                    .forEach(reader -> Gauge.builder(
                                    "milepost.setaside", asides, known -> known.lastCount(reader.reader()))
                            .tag("reader", reader.reader())
                            .description("Subjects that a reader goes on without, as far as this instance knows")
                            .register(meters));
        };
    }

    /** Member {@code setAside} of the readiness group, always up: one bad fact stops nobody. Tells how many, and the first ones. */
    @Bean
    HealthIndicator setAsideHealthIndicator(SetAsides asides) {
        return () -> asides.lastCount() == 0
                ? Health.up().build()
                : Health.up()
                        .withDetail("setAside", asides.lastCount())
                        .withDetail("first", asides.first())
                        .build();
    }
}
