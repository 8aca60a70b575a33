package io.milepost.platform.web;

import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.audit.AuditConfiguration;
import io.milepost.platform.axon.AxonConfiguration;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.feed.FeedConfiguration;
import io.milepost.platform.inbox.AutomationConfiguration;
import io.milepost.platform.observe.ObserveConfiguration;
import io.milepost.platform.projection.ProjectionConfiguration;
import io.milepost.platform.security.SecurityConfiguration;
import io.milepost.platform.testkit.TestIssuer;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.timer.Dues;
import io.milepost.platform.timer.TimerConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;

/** A whole service over the parcel's catalogue but without a broker: database, issuer and HTTP on loopback. */
public final class ParcelService implements AutoCloseable {
    private static ParcelService shared;

    private final Path directory;
    private final Optional<EmbeddedDatabase> database;
    private final TestIssuer issuer;
    private final ConfigurableApplicationContext context;

    private ParcelService(Optional<EmbeddedDatabase> database, String uri, String... settings) {
        this.database = database;
        try {
            directory = Files.createTempDirectory("parcels");
            issuer = TestIssuer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var arguments = new java.util.ArrayList<>(java.util.List.of(
                "--milepost.service=parcel",
                "--milepost.web.position-wait=1s",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.mongodb.uri=" + uri + "/?serverSelectionTimeoutMS=500",
                "--milepost.security.issuer=" + issuer.issuer(),
                "--milepost.security.key-file=" + directory.resolve("parcel.keys")));
        arguments.addAll(java.util.List.of(settings));
        context = SpringApplication.run(App.class, arguments.toArray(String[]::new));
    }

    /** One for all classes of this JVM; it ends with it. */
    public static synchronized ParcelService shared() {
        if (shared == null) {
            shared = with();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** One of its own, with other settings. */
    public static ParcelService with(String... settings) {
        var database = EmbeddedDatabase.start(null, 0);
        return new ParcelService(Optional.of(database), database.uri(), settings);
    }

    /** One on a database that the caller starts and ends. */
    static ParcelService on(String uri, String... settings) {
        return new ParcelService(Optional.empty(), uri, settings);
    }

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
        FeedConfiguration.class,
        AuditConfiguration.class,
        ObserveConfiguration.class
    })
    static class App {
        @Bean
        Catalogues parcels() {
            return new Catalogues(List.of(ParcelMessages.CATALOGUE));
        }

        /** So far away that none fires. */
        @Bean
        Dues delivery() {
            return new Dues(List.of(new Due<>(
                    "delivery",
                    ParcelMessages.CATALOGUE,
                    DeliverParcel.class,
                    parcel -> parcel instanceof Parcel.Posted posted && posted.grams() > 0
                            ? List.of(DueDate.at(
                                            Instant.parse("2200-01-01T00:00:00Z")
                                                    .plus(Duration.ofMinutes(posted.grams())),
                                            new DeliverParcel(new UUID(0, 1)))
                                    .ownedBy(posted.label()))
                            : List.of())));
        }

        /** The loops of one service end with it and not with another one of this machine. */
        @Bean
        ReactorResourceFactory loops() {
            var loops = new ReactorResourceFactory();
            loops.setUseGlobalResources(false);
            return loops;
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    /** The machine's time, moved on where a test needs time to have passed. */
    public static final class MovableClock extends Clock {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void advance(Duration by) {
            ahead.updateAndGet(by::plus);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }
    }

    public String url() {
        return "http://127.0.0.1:"
                + ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public long head() {
        return bean(EventLog.class).head();
    }

    public TestIssuer issuer() {
        return issuer;
    }

    public EmbeddedDatabase database() {
        return database.orElseThrow();
    }

    /** A client with a token of these roles. */
    public Client as(Role... roles) {
        return new Client(url(), issuer.token(roles));
    }

    public Client withToken(String token) {
        return new Client(url(), token);
    }

    @Override
    public void close() {
        context.close();
        issuer.close();
        database.ifPresent(EmbeddedDatabase::close);
    }
}
