package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.axon.AxonConfiguration;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.documents.JsonText;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.inbox.AutomationConfiguration;
import io.milepost.platform.observe.ObserveConfiguration;
import io.milepost.platform.projection.ProjectionConfiguration;
import io.milepost.platform.security.SecurityConfiguration;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelCommand.PostParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.Size;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelEvent;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.timer.Dues;
import io.milepost.platform.timer.TimerConfiguration;
import io.milepost.platform.value.Money;
import io.milepost.platform.web.CatalogueWebConfiguration;
import io.milepost.platform.web.WebConfiguration;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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

/** The walk finds a sound service sound, and finds what is wrong with one that is not as its catalogues say. */
class BadInputWalkIT {
    private static final SuiteParts PARTS = SuiteParts.shared();
    private static ConfigurableApplicationContext context;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({
        AxonConfiguration.class,
        ProjectionConfiguration.class,
        TimerConfiguration.class,
        AutomationConfiguration.class,
        WebConfiguration.class,
        CatalogueWebConfiguration.class,
        SecurityConfiguration.class,
        ObserveConfiguration.class
    })
    static class PostOffice {
        @Bean
        Catalogues parcels() {
            return new Catalogues(List.of(ParcelMessages.CATALOGUE));
        }

        @Bean
        Dues dues() {
            return new Dues(List.of());
        }

        @Bean
        java.time.Clock clock() {
            return java.time.Clock.systemUTC();
        }
    }

    @BeforeAll
    static void start() {
        var application = new SpringApplication(PostOffice.class);
        application.setDefaultProperties(java.util.Map.of("milepost.service", "post"));
        context = application.run(PARTS.arguments("post"));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void finds_a_sound_service_sound() {
        try (var client = client(ParcelMessages.CATALOGUE)) {
            walk(client).check();
        }
    }

    @Test
    void notices_a_log_that_moves_when_it_should_not() {
        var restless = new AtomicLong();
        try (var client = client(ParcelMessages.CATALOGUE)) {
            var walk = new BadInputWalk(client, restless::incrementAndGet);
            assertThatThrownBy(() -> situations(walk).check())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("PostParcel, malformed JSON: the log moved");
        }
    }

    @Test
    void notices_a_log_that_never_moves() {
        try (var client = client(ParcelMessages.CATALOGUE)) {
            var walk = new BadInputWalk(client, () -> 1);
            assertThatThrownBy(() -> situations(walk).check())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("WeighParcel: the good request was answered 200")
                    .hasMessageContaining("moved the log by 0");
        }
    }

    @Test
    void notices_a_service_that_is_not_as_its_catalogue_says() {
        var stricter = Catalogue.of("parcel", "parcels", Parcel.DECIDER)
                .creates(PostParcel.class, Parcel::post, Role.IMPORTER)
                .claims(PostParcel.class, "label", (_, _, post) -> List.of(post.label()))
                .command(WeighParcel.class, Role.SALES_REP)
                .event(ParcelEvent.ParcelPosted.class, "parcel.posted", 1)
                .open()
                .view(Parcel.View.class, Parcel::view);
        try (var client = client(stricter)) {
            assertThatThrownBy(() -> walk(client).check())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("PostParcel, a wrong role: expected 403 FORBIDDEN, was answered 201")
                    .hasMessageContaining("WEIGHT_NOT_POSITIVE is no refusal of parcel");
        }
    }

    @Test
    void asks_for_a_situation_of_every_command_and_a_refusal_of_every_aggregate() {
        try (var client = client(ParcelMessages.CATALOGUE)) {
            assertThatThrownBy(() -> new BadInputWalk(client, () -> 1).check())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no accepted situation of PostParcel was given")
                    .hasMessageContaining("no accepted situation of WeighParcel was given")
                    .hasMessageContaining("no refused situation of parcel was given");
        }
    }

    @Test
    @DisplayName("API9: an operation that its document does not name is noticed, with every route of which none stands"
            + " there")
    void what_no_document_says_is_noticed() {
        var whole = "{\"paths\": {\"/v1/parcels\": {\"get\": {}, \"post\": {}}}}";
        try (var client = client(ParcelMessages.CATALOGUE)) {
            assertThat(new SurfaceWalk(client, JsonText.read(whole)).faults()).isEmpty();
            var walk = new SurfaceWalk(client, JsonText.read(whole.replace(", \"post\": {}", "")));
            assertThat(walk.faults()).anyMatch(fault -> fault.startsWith("POST /v1/parcels was answered 415"));
            assertThat(walk.differences(Set.of("GET /v1/parcels", "POST /v1/parcels", "GET /openapi.json")))
                    .containsExactly("POST /v1/parcels");
            assertThat(walk.differences(Set.of())).containsExactly("GET /v1/parcels");
        }
    }

    private static SuiteClient client(Catalogue<Parcel, ParcelCommand, ParcelEvent> catalogue) {
        int port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
        return new SuiteClient(URI.create("http://127.0.0.1:" + port), PARTS.issuer(), List.of(catalogue));
    }

    private static BadInputWalk walk(SuiteClient client) {
        return situations(new BadInputWalk(client, context.getBean(EventLog.class)::head));
    }

    private static BadInputWalk situations(BadInputWalk walk) {
        return walk.accepted(PostParcel.class, client -> new Situation(null, post()))
                .accepted(WeighParcel.class, client -> new Situation(client.create(post()), new WeighParcel(700)))
                .refused("WEIGHT_NOT_POSITIVE", client -> new Situation(client.create(post()), new WeighParcel(0)));
    }

    private static PostParcel post() {
        return new PostParcel("label " + UUID.randomUUID(), "Kim", Money.of("12.50", "USD"), Size.SMALL, List.of());
    }
}
