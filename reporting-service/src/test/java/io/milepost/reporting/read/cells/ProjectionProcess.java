package io.milepost.reporting.read.cells;

import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.platform.inbox.Instance;
import io.milepost.platform.inbox.Subscription;
import io.milepost.platform.testkit.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** A projection in a process of its own, started from this class path, that halts at one of its calls to database or broker. */
final class ProjectionProcess implements AutoCloseable {
    private final Process process;

    private ProjectionProcess(Process process) {
        this.process = process;
    }

    /** @param call the one at which it halts, the first being 1 */
    static ProjectionProcess start(String mongo, String bootstrap, String database, String group, int call) {
        try {
            return new ProjectionProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ProjectionProcess.class.getName(),
                            mongo,
                            bootstrap,
                            database,
                            group,
                            Integer.toString(call))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    boolean isOver() {
        return !process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** The process itself. It ends at its call, when it is killed, or when whoever started it is gone. */
    public static void main(String[] arguments) throws IOException {
        int call = Integer.parseInt(arguments[4]);
        var faults = Faults.haltingAt(call);
        var connection = Instance.connection(arguments[1], 1 + new Random(call).nextInt(8));
        // A member of this name takes the place of the one that was halted; without it the group would wait for that
        // one.
        connection.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "projection");
        var projection = new Tokens();
        try (var client = MongoClients.create(arguments[0])) {
            var database = faults.around(client.getDatabase(arguments[2]));
            var projector = new Projector<>(projection, new MongoCells<>(database, projection));
            try (var _ = Instance.reading(
                    new Subscription(arguments[3], projection.source(), projector), database, connection, faults)) {
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
