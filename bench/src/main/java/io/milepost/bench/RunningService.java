package io.milepost.bench;

import static java.util.Objects.requireNonNull;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.projection.Listings;
import io.milepost.platform.relay.Relay;
import io.milepost.platform.testkit.TestIssuer;
import io.milepost.platform.web.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A service in this JVM against the servers of the run: the whole of it on a free port, or some of its parts. */
public final class RunningService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final TestIssuer issuer;
    private final ConfigurableApplicationContext context;

    private RunningService(
            Class<?> application, WebApplicationType type, String service, Servers servers, String... settings) {
        try {
            issuer = TestIssuer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var started = new SpringApplication(application);
        started.setWebApplicationType(type);
        // The settings of a service's own file would be those of whichever service is found first on the class path.
        started.setDefaultProperties(Map.of(
                "spring.config.location",
                "optional:classpath:/no-file-of-settings/",
                "milepost.service",
                service,
                "server.port",
                "0",
                "server.address",
                "127.0.0.1",
                "spring.mongodb.uri",
                servers.database(),
                "spring.kafka.bootstrap-servers",
                servers.broker(),
                "milepost.security.issuer",
                issuer.issuer(),
                "milepost.security.jwk-set-uri",
                issuer.jwkSetUri(),
                "milepost.security.key-file",
                servers.folder().resolve(service + ".keys").toString()));
        // Said on the command line, because the platform's own defaults come before these.
        var arguments =
                new ArrayList<>(List.of("--logging.level.root=ERROR", "--logging.level.org.apache.kafka=ERROR"));
        // One entity takes commands for as long as a round lasts.
        arguments.addAll(List.of("--milepost.entity.events=2000000000", "--milepost.entity.history=1TB"));
        arguments.addAll(List.of(settings));
        context = started.run(arguments.toArray(String[]::new));
    }

    /**
     * Starts a service as its main method does and returns when it takes requests.
     *
     * @param service its short name, which names database and topic
     * @param settings like {@code --name=value}
     */
    public static RunningService whole(Class<?> application, String service, Servers servers, String... settings) {
        return new RunningService(application, WebApplicationType.REACTIVE, service, servers, settings);
    }

    /** Starts only what these beans are. */
    public static RunningService parts(Class<?> beans, String service, Servers servers) {
        return new RunningService(beans, WebApplicationType.NONE, service, servers);
    }

    /** Where it takes requests. */
    public String url() {
        var server = requireNonNull(((ReactiveWebServerApplicationContext) context).getWebServer());
        return "http://127.0.0.1:" + server.getPort();
    }

    /** A client with a token of these roles. */
    public Client client(Role... roles) {
        return new Client(url(), issuer.token(roles));
    }

    /** A token of one caller among others. */
    public String token(String caller, Role... roles) {
        return issuer.tokenFor(caller, roles);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public long head() {
        return bean(EventLog.class).head();
    }

    /** Waits until the relay and the lists have all that was stored, so that they do not work while something else is measured. */
    public void settle() {
        await("relay", () -> bean(Relay.class).publishedPosition().orElse(-1) >= head());
        await("lists", () -> bean(Listings.class).position() >= head());
    }

    /** Looks every millisecond; what does not come within twenty minutes fails the bench. */
    public static void await(String what, BooleanSupplier come) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException(what + " did not come within " + PATIENCE);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        context.close();
        issuer.close();
    }
}
