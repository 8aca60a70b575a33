package io.milepost.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.projection.Listings;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.Client;
import io.milepost.platform.web.Parcels;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Everything together, as a service states it: one import and its catalogues, or one import alone. */
class PlatformIT {
    private static final String SHOP = "platformshop";

    private final SuiteParts parts = SuiteParts.shared();

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Platform.class)
    static class Deciding {
        @Bean
        Service post(MilepostProperties milepost) {
            return Service.of(milepost.service())
                    .decides(ParcelMessages.CATALOGUE)
                    .reacts(new Automation<>(
                            "when-order-weighed-then-weigh",
                            SHOP,
                            "order.weighed.v1",
                            Weighed.class,
                            (cause, order) -> Optional.of(new Reaction.Command(
                                    cause.subject(), new ParcelCommand.WeighParcel(order.grams()))),
                            Set.of()));
        }
    }

    /** What a shop says of a parcel. */
    record Weighed(int grams) {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Platform.class)
    static class Empty {
        @Bean
        Service nothing() {
            return Service.of("empty");
        }
    }

    private ConfigurableApplicationContext start(Class<?> application, String service) {
        var arguments = new java.util.ArrayList<>(java.util.List.of(parts.arguments(service)));
        arguments.add("--milepost.service=" + service);
        return SpringApplication.run(application, arguments.toArray(String[]::new));
    }

    private static String url(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:"
                + ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
    }

    private static int status(ConfigurableApplicationContext context, String path) {
        return new Client(url(context), null).get(path).status();
    }

    @Test
    void a_service_with_a_catalogue_becomes_ready_and_shows_an_operator_what_it_cannot_process() {
        try (var context = start(Deciding.class, "parcel")) {
            assertThat(status(context, "/actuator/health/readiness")).isEqualTo(200);
            assertThat(context.getBean(Listings.class).position()).isZero();
            parksInspectsAndRedrives(
                    new Client(url(context), parts.token(Role.OPERATOR)),
                    new Client(url(context), parts.token(Role.SALES_REP)));
        }
    }

    @Test
    void readiness_by_part_the_state_of_the_relay_and_the_copies_of_its_topics_are_measured() {
        try (var context = start(Deciding.class, "parcel")) {
            var meters = context.getBean(MeterRegistry.class);
            for (var part : List.of("readinessState", "log", "relay", "inbox", "threads", "setAside", "directory")) {
                await().untilAsserted(() -> assertThat(gauge(meters, "milepost.ready", "part", part))
                        .as(part)
                        .isEqualTo(1));
            }
            await().until(() -> gauge(meters, "milepost.relay.state", "state", "publishing") == 1);
            for (var other : List.of("standing_by", "retrying", "refusing")) {
                assertThat(gauge(meters, "milepost.relay.state", "state", other))
                        .as(other)
                        .isZero();
            }
            assertThat(gauge(meters, "milepost.relay.topic.replicas")).isEqualTo(1);
            assertThat(gauge(meters, "milepost.relay.topic.insync.min")).isEqualTo(1);

            context.getBean(VitalThreads.class).died("one of them", new StackOverflowError());
            await().until(() -> gauge(meters, "milepost.ready", "part", "threads") == 0);
            assertThat(gauge(meters, "milepost.ready", "part", "log")).isEqualTo(1);
        }
    }

    /** NaN until it is there. */
    private static double gauge(MeterRegistry meters, String name, String... tags) {
        var found = meters.find(name).tags(tags).gauge();
        return found == null ? Double.NaN : found.value();
    }

    private void parksInspectsAndRedrives(Client operator, Client rep) {
        var missing = UUID.randomUUID();
        var there = rep.post("/v1/parcels", Parcels.posted()).id();
        try (var shop = new Topics(parts.bootstrapServers(), SHOP).create()) {
            shop.publish("one", 1, missing, "order.weighed", "{\"grams\":1}");
            shop.publish("one", 2, missing, "order.weighed", "{\"grams\":2}");
            shop.publish("one", 3, there, "order.weighed", "{\"grams\":3}");
        }
        await().until(() -> grams(rep, there) == 3);
        await().until(() -> items(operator).size() == 2);

        assertThat(items(operator))
                .extracting(item -> item.get("key").stringValue())
                .containsOnly(missing.toString());
        assertThat(items(operator))
                .extracting(item -> item.get("type").stringValue())
                .containsOnly("order.weighed.v1");
        assertThat(items(operator))
                .extracting(item -> item.get("cause").stringValue())
                .containsExactly("UNKNOWN_TARGET", "BEHIND_PARKED");
        assertThat(operator.get("/v1/parked").text())
                .as("without what they say")
                .doesNotContain("grams");

        var key = "{\"key\":\"%s\"}".formatted(missing);
        assertThat(rep.get("/v1/parked").status()).isEqualTo(403);
        assertThat(rep.post("/v1/parked/redrive", key).status()).isEqualTo(403);
        var stays = operator.post("/v1/parked/redrive", key).json();
        assertThat(stays.get("processed").intValue()).isZero();
        assertThat(stays.get("stays").stringValue()).isEqualTo("UNKNOWN_TARGET");
        assertThat(items(operator)).hasSize(2);

        assertThat(rep.post("/v1/parcels", Parcels.withId(missing, Parcels.posted()))
                        .status())
                .isEqualTo(201);
        var redriven = operator.post("/v1/parked/redrive", key).json();
        assertThat(redriven.get("processed").intValue()).isEqualTo(2);
        assertThat(redriven.has("stays")).isFalse();
        assertThat(items(operator)).isEmpty();
        assertThat(grams(rep, missing)).isEqualTo(2);
        var acts = "/v1/audit-records?act.act=eq:redrive-parked&act.subject=eq:" + missing;
        await().until(() -> operator.get(acts).json().get("items").size(), size -> size == 2);
        assertThat(operator.get(acts).json().get("items"))
                .allMatch(act -> act.get("actor").stringValue().equals("tester"));
    }

    private static List<JsonNode> items(Client operator) {
        return operator.get("/v1/parked").json().get("items").valueStream().toList();
    }

    private static int grams(Client rep, UUID parcel) {
        var history = rep.get("/v1/parcels/%s/history".formatted(parcel)).json().get("items");
        return history.get(history.size() - 1).at("/data/grams").asInt(0);
    }

    @Test
    void a_service_that_is_told_another_name_does_not_start() {
        assertThatThrownBy(() -> start(Empty.class, "full").close())
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("this is the service empty, and milepost.service says full");
    }

    @Test
    void a_service_without_any_becomes_ready_too() {
        try (var context = start(Empty.class, "empty")) {
            assertThat(status(context, "/actuator/health/readiness")).isEqualTo(200);
            assertThat(status(context, "/v1/parcels")).isEqualTo(401);
        }
    }
}
