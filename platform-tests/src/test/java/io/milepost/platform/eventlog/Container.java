package io.milepost.platform.eventlog;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A MongoDB replica set in a container, one for all tests of the process, where the profile {@code containers} has put
 * Testcontainers beside the tests. By reflection: the build without the profile does not know Testcontainers.
 */
final class Container {

    private static final String IMAGE = "mongo:8.0";
    private static final Optional<String> URI = Boolean.getBoolean("containers") ? start() : Optional.empty();

    private Container() {}

    /** Empty without the profile, and without a Docker engine, which one line on the console says. */
    static Optional<String> uri() {
        return URI;
    }

    private static Optional<String> start() {
        var reason = missing();
        System.out.println("containers: "
                + reason.map(why -> "skipped, " + why + "; these tests run on the embedded server")
                        .orElse("these tests run on " + IMAGE));
        if (reason.isPresent()) {
            return Optional.empty();
        }
        try {
            var type = Class.forName("org.testcontainers.mongodb.MongoDBContainer");
            var container = type.getConstructor(String.class).newInstance(IMAGE);
            type.getMethod("withReplicaSet").invoke(container);
            type.getMethod("start").invoke(container);
            return Optional.of((String) type.getMethod("getReplicaSetUrl").invoke(container));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("the container does not start", broken);
        }
    }

    private static Optional<String> missing() {
        if (System.getenv("DOCKER_HOST") == null && !Files.exists(Path.of("/var/run/docker.sock"))) {
            return Optional.of("no Docker engine: neither DOCKER_HOST nor /var/run/docker.sock is there");
        }
        try {
            var factory = Class.forName("org.testcontainers.DockerClientFactory");
            Method available = factory.getMethod("isDockerAvailable");
            boolean answers =
                    (boolean) available.invoke(factory.getMethod("instance").invoke(null));
            return answers ? Optional.empty() : Optional.of("no Docker engine answers");
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("Testcontainers is not beside the tests", broken);
        }
    }
}
