package io.milepost.platform.directory;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.InboxConfiguration;
import io.milepost.platform.inbox.TopicTail;
import io.milepost.platform.inbox.Unread;
import io.milepost.platform.relay.BrokerConnection;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the service hear of the own staff and of merged accounts. How far behind it is shows as {@code milepost.directory.lag} and in the health details. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {
    private static final String SOURCE = "lead";

    @Bean
    MemberDirectory directory(Clock clock, MilepostProperties milepost) {
        return new MemberDirectory(clock, milepost.zone());
    }

    @Bean
    GoldenRecords goldenRecords() {
        return new GoldenRecords();
    }

    /** One reader of the topic for both. */
    private record Hearing(MemberDirectory members, GoldenRecords accounts) implements BatchHandler {
        @Override
        public void handle(int partition, List<Inbound> batch) {
            members.handle(partition, batch);
            accounts.handle(partition, batch);
        }

        @Override
        public void pass(Unread record) {
            members.pass(record);
            accounts.pass(record);
        }
    }

    @Bean(destroyMethod = "stop")
    TopicTail directoryTail(
            MemberDirectory directory,
            GoldenRecords accounts,
            BrokerConnection broker,
            VitalThreads threads,
            MeterRegistry meters) {
        var tail = InboxConfiguration.tail(SOURCE, broker, new Hearing(directory, accounts));
        Gauge.builder("milepost.directory.lag", tail, TopicTail::lag)
                .description(
                        "Events of lead-service that this instance's directory of members has not heard; -1 where unknown")
                .register(meters);
        threads.start("directory", tail);
        return tail;
    }

    /** A directory that lags narrows what some callers see, and stops nobody: a detail, never a reason to be down. */
    @Bean
    HealthIndicator directoryHealthIndicator(TopicTail directoryTail) {
        return () -> Health.up().withDetail("lag", directoryTail.lag()).build();
    }
}
