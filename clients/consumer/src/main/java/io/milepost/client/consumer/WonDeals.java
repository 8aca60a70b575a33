package io.milepost.client.consumer;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Deals that were won, as rows of a database: {@code WonDeals BOOTSTRAP_SERVERS DATABASE [--once]}. */
public final class WonDeals {
    private static final String TOPIC = "opportunity.events.v1";
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private WonDeals() {}

    /** Reads for ever, or with {@code --once} to the end that the topic has by then; a JDBC address or a file names the database. */
    public static void main(String[] arguments) throws SQLException {
        var options = List.of(arguments);
        if (options.size() < 2) {
            System.err.println("usage: WonDeals BOOTSTRAP_SERVERS DATABASE [--once]");
            System.exit(2);
        }
        try (var ledger = Ledger.open(url(options.get(1)));
                var consumer = new KafkaConsumer<>(
                        settings(options.get(0)), new StringDeserializer(), new ByteArrayDeserializer())) {
            var reader = new PositionedReader(consumer, ledger, TOPIC);
            reader.resume();
            reader.standing().forEach(System.out::println);
            var once = options.contains("--once");
            while (!once || !reader.hasReadAll()) {
                int booked = reader.readOn(PATIENCE);
                if (booked > 0) {
                    System.out.println("booked " + booked);
                }
            }
            ledger.deals()
                    .forEach(deal -> System.out.printf(
                            "%s %s %s %s%n", deal.opportunityId(), deal.closedOn(), deal.amount(), deal.currency()));
        }
    }

    private static Map<String, Object> settings(String servers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                // What a transaction of the producer has not committed may never have happened.
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                // A position that is gone is a fault to be looked at, not a reason to begin anew or to skip.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
    }

    private static String url(String database) {
        return database.startsWith("jdbc:")
                ? database
                // A commit of H2 is on disk half a second later, unless it is told to be at once.
                : "jdbc:h2:file:" + Path.of(database).toAbsolutePath() + ";WRITE_DELAY=0";
    }
}
