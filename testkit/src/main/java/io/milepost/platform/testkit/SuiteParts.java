package io.milepost.platform.testkit;

import io.milepost.local.EmbeddedBroker;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.catalogue.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Database, broker and token issuer of the suite in this JVM, on free ports of loopback. Databases and topics have fixed names, so a
 * class that needs empty ones starts its own parts; the others share one set, which ends with the JVM.
 */
public final class SuiteParts implements AutoCloseable {
    private static @Nullable SuiteParts shared;

    private final Path directory;
    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private final TestIssuer issuer;

    private SuiteParts(Path directory, EmbeddedDatabase database, EmbeddedBroker broker, TestIssuer issuer) {
        this.directory = directory;
        this.database = database;
        this.broker = broker;
        this.issuer = issuer;
    }

    /** The parts that all classes of this JVM share. */
    public static synchronized SuiteParts shared() {
        if (shared == null) {
            var started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "close-suite-parts"));
            shared = started;
        }
        return shared;
    }

    /** Parts of one's own, empty. */
    public static SuiteParts start() {
        try {
            var directory = Files.createTempDirectory("milepost-suite-parts");
            return new SuiteParts(
                    directory,
                    EmbeddedDatabase.start(null, 0),
                    EmbeddedBroker.start(directory.resolve("broker"), 0, 0),
                    TestIssuer.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service needs to run against these parts, on a free port; {@code service} is its short name. */
    public Map<String, Object> properties(String service) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        // Nobody's requests are waited for when a test closes the service; two seconds, else.
        properties.put("spring.reactor.netty.shutdown-quiet-period", "0s");
        properties.put("spring.mongodb.uri", database.uri());
        properties.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        properties.put("milepost.security.issuer", issuer.issuer());
        properties.put("milepost.security.jwk-set-uri", issuer.jwkSetUri());
        properties.put("milepost.security.key-file", keyFile(service).toString());
        properties.put("milepost.security.other-key-files.lead", keyFile("lead").toString());
        properties.put(
                "milepost.security.other-key-files.delivery",
                keyFile("delivery").toString());
        return properties;
    }

    /** The key file of the service of this short name; whoever may open what that one has sealed reads it, too. */
    public Path keyFile(String service) {
        return directory.resolve(service + ".keys");
    }

    /** The same as command-line arguments, which win over application.yaml. */
    public String[] arguments(String service) {
        return properties(service).entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    public String mongoUri() {
        return database.uri();
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public TestIssuer issuer() {
        return issuer;
    }

    public String token(Role... roles) {
        return issuer.token(roles);
    }

    public String tokenFor(String subject, Role... roles) {
        return issuer.tokenFor(subject, roles);
    }

    public String expiredToken(Role... roles) {
        return issuer.expiredToken(roles);
    }

    @Override
    public void close() {
        issuer.close();
        broker.close();
        database.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
