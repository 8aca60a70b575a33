package io.milepost.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker and controller (KRaft) in this process, on the loopback interface. Its folder is formatted when
 * it is new and kept otherwise, also after the death of the process. Topics are created by those who own them.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and returns when it takes requests.
     *
     * @param folder where the data stand, created and formatted when missing
     * @param port of the broker, 0 for any that is free
     * @param controllerPort of the controller, 0 for any that is free
     */
    public static EmbeddedBroker start(Path folder, int port, int controllerPort) {
        int broker = port == 0 ? FreePort.besides(controllerPort) : port;
        int controller = controllerPort == 0 ? FreePort.besides(broker) : controllerPort;
        format(folder);
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(settings(folder, broker, controller), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, broker);
    }

    private static Map<String, String> settings(Path folder, int broker, int controller) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@localhost:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://localhost:" + broker + ",CONTROLLER://localhost:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + broker);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        // one node: internal topics cannot have more replicas
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "8");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A killed broker's session must end before it may register again.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // a laptop, not a cluster
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        settings.put("log.segment.bytes", Integer.toString(64 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        return settings;
    }

    /** Formats a folder that is not; the cluster's id is made up once and kept there. */
    private static void format(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(report, true, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Cannot format the broker's folder " + folder + ": " + report.toString(StandardCharsets.UTF_8), e);
        }
    }

    /** Where clients find the broker. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Stops the broker and the controller; their data stay. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
