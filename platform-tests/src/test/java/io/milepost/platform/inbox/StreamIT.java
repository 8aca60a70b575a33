package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.access.Sight;
import io.milepost.platform.axon.AxonConfiguration;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.projection.ListQuery;
import io.milepost.platform.projection.Listings;
import io.milepost.platform.projection.ProjectionConfiguration;
import io.milepost.platform.relay.RelayConfiguration;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The configurations together: an event of the shop becomes a parcel, the parcel a line in a list and an event of the post. */
class StreamIT {
    private static final String SHOP = "streamshop";
    private static final String POST = "streampost";

    private static final List<Inbound> SEEN = new CopyOnWriteArrayList<>();

    /** As somebody keeps them whose effects are in a database of another kind. */
    private static final Positions NOWHERE = new Positions() {
        @Override
        public HighWater load(String group, String source, int partition) {
            return HighWater.NONE;
        }

        @Override
        public void save(String group, String source, int partition, HighWater before, HighWater reached) {}
    };

    /** The shop's order of a parcel. */
    record Placed(String label) {}

    @Configuration(proxyBeanMethods = false)
    static class Service {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Catalogues parcels() {
            return new Catalogues(List.of(ParcelMessages.CATALOGUE));
        }

        @Bean
        Automations whenOrderPlacedThenPost() {
            return new Automations(List.of(new Automation<>(
                    "when-order-placed-then-post",
                    SHOP,
                    "order.placed.v1",
                    Placed.class,
                    (cause, placed) -> Optional.of(
                            new Reaction.Command(cause.subject(), ParcelOffice.post(placed.label(), "Ada", "1.00"))),
                    Set.of())));
        }

        @Bean
        Subscription ownEvents() {
            return new Subscription("post-report", POST, (partition, batch) -> SEEN.addAll(batch));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Reader {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Subscription others() {
            return new Subscription("reader", "nobody", (partition, batch) -> {}, NOWHERE, false);
        }
    }

    @Test
    void an_event_becomes_a_command_a_line_in_a_list_and_an_event_for_others() {
        var parcel = UUID.randomUUID();
        try (var shop = new Topics(SuiteParts.shared().bootstrapServers(), SHOP).create()) {
            shop.publish("one", 1, parcel, "order.placed", "{\"label\":\"x\"}");
            context().run(context -> {
                assertThat(context).hasNotFailed();
                await().atMost(Duration.ofSeconds(30)).until(() -> SEEN.size() == 1);

                var event = SEEN.getFirst();
                assertThat(event.type()).isEqualTo("parcel.posted.v1");
                assertThat(event.subject()).isEqualTo(parcel);
                assertThat(event.correlationId()).isEqualTo("story-1");
                assertThat(event.as(Placed.class)).isEqualTo(new Placed("x"));

                var listings = context.getBean(Listings.class);
                var log = context.getBean(EventLog.class);
                assertThat(listings.await(log.head(), Duration.ofSeconds(10))).isTrue();
                assertThat(listings.page(
                                        ParcelMessages.CATALOGUE,
                                        new ListQuery(List.of(), List.of(), 5, null, true),
                                        Sight.ALL)
                                .join()
                                .total())
                        .isEqualTo(1);

                assertThat(context.getBeansOfType(HealthIndicator.class))
                        .containsOnlyKeys(
                                "relayHealthIndicator",
                                "inboxHealthIndicator",
                                "setAsideHealthIndicator",
                                "threadsHealthIndicator")
                        .allSatisfy((name, health) ->
                                assertThat(health.health().getStatus()).isEqualTo(Status.UP));
                var meters = context.getBean(MeterRegistry.class);
                await().until(() ->
                        meters.get("milepost.relay.lag.events").gauge().value() == 0);
                assertThat(meters.get("milepost.relay.published.position")
                                .gauge()
                                .value())
                        .isEqualTo((double) log.head());
                assertThat(meters.get("milepost.inbox.parked").gauge().value()).isZero();
                assertThat(meters.get("milepost.relay.sent").functionCounter().count())
                        .isPositive();
                assertThat(meters.get("milepost.inbox.consumed")
                                .tag("group", POST + "-service." + SHOP)
                                .functionCounter()
                                .count())
                        .isPositive();
                assertThat(meters.get("milepost.inbox.handled")
                                .tag("group", POST + "-service." + SHOP)
                                .counter()
                                .count())
                        .isEqualTo(1);

                // The first may have been read before the lists kept up, and is not counted then; of this one they know
                // in time.
                shop.publish("one", 2, UUID.randomUUID(), "order.placed", "{\"label\":\"y\"}");
                await().until(() -> meters.get("milepost.visible").timer().count() > 0);
            });
        }
    }

    @Test
    void a_service_that_only_reads_needs_no_log_no_commands_and_no_database_of_ours() {
        configured(Reader.class, InboxConfiguration.class).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(MongoClient.class);
            assertThat(context.getBean(Inbox.class).isRunning()).isTrue();
        });
    }

    private static ApplicationContextRunner context() {
        return configured(
                Service.class,
                AxonConfiguration.class,
                RelayConfiguration.class,
                AutomationConfiguration.class,
                ProjectionConfiguration.class);
    }

    private static ApplicationContextRunner configured(Class<?>... configurations) {
        var properties = SuiteParts.shared().properties(POST).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new ApplicationContextRunner()
                .withUserConfiguration(configurations)
                .withPropertyValues(properties)
                .withPropertyValues("milepost.service=" + POST);
    }
}
