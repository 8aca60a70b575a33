package io.milepost.bench;

import io.milepost.local.EmbeddedBroker;
import io.milepost.local.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;

/** The JVM of {@link Servers}: says where they listen and ends when its input does, so also when whoever started it dies. */
final class ServerProcess {
    static final String READY = "ready ";

    private ServerProcess() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        try (var database = EmbeddedDatabase.start(folder.resolve("data.mv"), 0);
                var broker = EmbeddedBroker.start(folder.resolve("broker"), 0, 0)) {
            System.out.println(READY + database.uri() + " " + broker.bootstrapServers());
            while (System.in.read() >= 0) {
                // Nothing is said to it but the end.
            }
        }
        System.exit(0);
    }
}
