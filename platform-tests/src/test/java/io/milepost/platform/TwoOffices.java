package io.milepost.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.axon.AxonConfiguration;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.AutomationConfiguration;
import io.milepost.platform.inbox.Automations;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.relay.Relay;
import io.milepost.platform.relay.RelayConfiguration;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Two services without their edges: a desk hears of orders and posts parcels, a depot hears of the desk's parcels and posts one of
 * the same id.
 *
 * @param story names databases and topics, so that each test has its own
 */
record TwoOffices(String story, SuiteParts parts, Map<String, Object> settings) {

    /** What an order and a parcel both tell. */
    record Label(String label) {}

    @Configuration(proxyBeanMethods = false)
    static class Common {
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
    }

    String orders() {
        return story + "orders";
    }

    String desk() {
        return story + "desk";
    }

    String depot() {
        return story + "depot";
    }

    ApplicationContextRunner deskWith(String... more) {
        return service(desk(), posting(orders(), "order.placed.v1"), more);
    }

    ApplicationContextRunner depotWith(String... more) {
        return service(depot(), posting(desk(), "parcel.posted.v1"), more);
    }

    private ApplicationContextRunner service(String name, Automation<Label> automation, String... more) {
        return new ApplicationContextRunner()
                .withBean(Automations.class, () -> new Automations(List.of(automation)))
                .withUserConfiguration(
                        Common.class, AxonConfiguration.class, RelayConfiguration.class, AutomationConfiguration.class)
                .withPropertyValues(pairs(parts.properties(name)))
                .withPropertyValues(pairs(settings))
                .withPropertyValues("milepost.service=" + name, "milepost.relay.lease=1s")
                .withPropertyValues(more);
    }

    private static String[] pairs(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private static Automation<Label> posting(String source, String type) {
        return new Automation<>(
                "when-told-then-post",
                source,
                type,
                Label.class,
                (cause, told) -> Optional.of(
                        new Reaction.Command(cause.subject(), ParcelOffice.post(told.label(), null, "1.00"))),
                Set.of());
    }

    /** Publishes the orders of these numbers. */
    static void order(Topics orders, long from, long to) {
        LongStream.rangeClosed(from, to)
                .forEach(n -> orders.publish("life", n, parcel(n), "order.placed", "{\"label\":\"no " + n + "\"}"));
    }

    /** The parcel that follows from the order of this number. */
    static UUID parcel(long number) {
        return new UUID(number, number);
    }

    static List<UUID> parcels(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(TwoOffices::parcel).toList();
    }

    /** Of whom this service's events are, in their order. */
    static List<UUID> postedBy(ApplicationContext service) {
        return log(service).read(0, 1_000).join().stream()
                .flatMap(commit -> commit.events().stream())
                .map(event -> UUID.fromString(event.metadata().get("subject")))
                .toList();
    }

    static EventLog log(ApplicationContext service) {
        return service.getBean(EventLog.class);
    }

    static long published(ApplicationContext service) {
        return service.getBean(Relay.class).publishedPosition().orElse(-1);
    }

    static Status health(ApplicationContext service, String indicator) {
        return service.getBean(indicator, HealthIndicator.class).health().getStatus();
    }
}
