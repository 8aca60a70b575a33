package io.milepost.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.ParkedRecords;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.setaside.SetAside;
import io.milepost.platform.setaside.SetAsides;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What waits for an operator is told to the operators of its service, once. */
class OperatorNoticesIT {
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final String SHOP = "alarmingshop";
    private static final SuiteParts PARTS = SuiteParts.shared();
    private static ConfigurableApplicationContext context;
    private static SuiteClient client;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Platform.class)
    static class Alarming {
        @Bean
        Service post(MilepostProperties milepost) {
            return Service.of(milepost.service())
                    .decides(ParcelMessages.CATALOGUE)
                    .reacts(new Automation<>(
                            "when-order-weighed-then-weigh",
                            SHOP,
                            "order.weighed.v1",
                            Weighed.class,
                            (cause, order) ->
                                    Optional.of(new Reaction.Command(cause.subject(), new WeighParcel(order.grams()))),
                            Set.of()));
        }
    }

    /** What a shop says of a parcel. */
    record Weighed(int grams) {}

    @BeforeAll
    static void start() {
        var arguments =
                Stream.concat(Arrays.stream(PARTS.arguments("alarming")), Stream.of("--milepost.service=alarming"));
        context = SpringApplication.run(Alarming.class, arguments.toArray(String[]::new));
        var port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
        client = new SuiteClient(
                URI.create("http://127.0.0.1:" + port),
                PARTS.issuer(),
                List.of(ParcelMessages.CATALOGUE, NoticeCatalogue.of()));
    }

    @AfterAll
    static void stop() {
        client.close();
        context.close();
    }

    @Test
    @DisplayName("Operators are told once of each record that is parked for a cause of its own")
    void a_parked_record_is_told_once() {
        var missing = UUID.randomUUID();
        try (var shop = new Topics(PARTS.bootstrapServers(), SHOP).create()) {
            shop.publish(RUN, 1, missing, "order.weighed", "{\"grams\":1}");
            shop.publish(RUN, 2, missing, "order.weighed", "{\"grams\":2}");
        }
        var told = awaited(missing, "record-parked");
        assertThat(told.path("causeType").asString()).isEqualTo("order.weighed.v1");
        assertThat(told.path("about").asString()).contains(SHOP).endsWith(": UNKNOWN_TARGET");
        assertThat(told.path("to").path("operator").asBoolean()).isTrue();

        var parked = context.getBean(ParkedRecords.class);
        assertThat(parked.list()).as("one waits behind it").hasSize(2);
        var operators = operatorsLook();
        operators.look();
        assertThat(told(about(missing, "record-parked"))).hasSize(1);

        // As if the instance had died before it noted that it has told.
        Mono.from(context.getBean(MongoClient.class)
                        .getDatabase("alarming")
                        .getCollection("parked")
                        .updateMany(new Document(), new Document("$unset", new Document("told", ""))))
                .block();
        operators.look();
        assertThat(parked.untold(10)).isEmpty();
        assertThat(context.getBean(EventLog.class).read(0, 10_000).join().stream()
                        .flatMap(commit -> commit.events().stream())
                        .filter(event -> new String(event.payload(), StandardCharsets.UTF_8).contains("record-parked")))
                .hasSize(1);
    }

    @Test
    @DisplayName("Operators are told once each time a reader sets a subject aside")
    void a_subject_set_aside_is_told_once() {
        var subject = UUID.randomUUID();
        var asides = context.getBean(SetAsides.class);
        var aside = new SetAside("lists", "alarming", "parcel.weighed.v1", subject, 7, "Fault", Instant.EPOCH);
        asides.add(aside);
        var told = awaited(subject, "subject-set-aside");
        assertThat(told.path("about").asString()).isEqualTo("lists, from 7 on: Fault");
        assertThat(told.path("aggregate").asString()).isEqualTo("parcel");

        asides.remove("lists", subject);
        asides.add(new SetAside(
                "lists", "alarming", "parcel.weighed.v1", subject, 9, "Fault", Instant.EPOCH.plusSeconds(1)));
        await().untilAsserted(() ->
                assertThat(told(about(subject, "subject-set-aside"))).hasSize(2));
        asides.remove("lists", subject);
    }

    private static OperatorNotices operatorsLook() {
        return new OperatorNotices(
                context.getBean(ParkedRecords.class),
                context.getBean(SetAsides.class),
                context.getBean(Commands.class)::dispatch);
    }

    private static JsonNode awaited(UUID subject, String kind) {
        await().until(() -> !told(about(subject, kind)).isEmpty());
        return told(about(subject, kind)).getFirst();
    }

    private static String about(UUID subject, String kind) {
        return "subject=eq:%s&kind=eq:%s".formatted(subject, kind);
    }

    private static List<JsonNode> told(String query) {
        return client.getAs(Role.OPERATOR, "/v1/notices?for=op-1&" + query)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
