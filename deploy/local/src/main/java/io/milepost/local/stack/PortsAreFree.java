package io.milepost.local.stack;

import io.milepost.local.postgresql.EmbeddedPostgreSql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Looks at all ports before anything starts, so that a taken one is named instead of found in a stack trace. */
final class PortsAreFree implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Another process listens where a part should. */
    static final class PortTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PortTaken(int port, String part, Throwable cause) {
            super("Port " + port + ", meant for " + part + ", is taken.", cause);
        }
    }

    /** Says it in two lines instead of a stack trace; found through {@code META-INF/spring.factories}. */
    static final class Analyzer extends AbstractFailureAnalyzer<PortTaken> {
        @Override
        protected FailureAnalysis analyze(Throwable root, PortTaken taken) {
            return new FailureAnalysis(
                    taken.getMessage(),
                    "Stop the process that listens there, or move the suite: ./milepost up --port-base N",
                    taken);
        }
    }

    private record Port(String property, String part) {}

    private static final List<Port> PORTS = List.of(
            new Port("server.port", "the token issuer"),
            new Port("milepost.local.broker-port", "the Kafka broker"),
            new Port("milepost.local.controller-port", "the Kafka controller"),
            new Port("milepost.local.database-port", "the database"));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        PORTS.forEach(port -> check(environment.getRequiredProperty(port.property(), Integer.class), port.part()));
        Integer mart = environment.getProperty("milepost.local.mart-port", Integer.class);
        if (mart != null) {
            // A stack that was killed has left its server behind, most likely at this port.
            EmbeddedPostgreSql.endOrphan(Path.of(environment.getRequiredProperty("milepost.local.data"), "mart"));
            check(mart, "PostgreSQL");
        }
    }

    private static void check(int port, String part) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            free.setReuseAddress(true);
        } catch (IOException taken) {
            throw new PortTaken(port, part, taken);
        }
    }
}
