package io.milepost.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir
    Path folder;

    @Test
    void a_committed_transaction_is_read_and_an_aborted_one_is_not_also_after_a_restart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, 0)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("trial", Optional.of(3), Optional.empty())))
                        .all()
                        .get();
            }
            try (KafkaProducer<String, String> producer = producer(broker)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("trial", "key", "aborted")).get();
                producer.abortTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("trial", "key", "committed")).get();
                producer.commitTransaction();
            }
            assertThat(read(broker, "read_uncommitted", 2)).containsExactly("aborted", "committed");
            assertThat(read(broker, "read_committed", 1)).containsExactly("committed");
        }
        try (EmbeddedBroker again = EmbeddedBroker.start(folder, 0, 0)) {
            assertThat(read(again, "read_committed", 1)).containsExactly("committed");
        }
    }

    @Test
    void a_topic_is_not_made_by_writing_to_it() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("nobody-made-me"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "trial"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<String> read(EmbeddedBroker broker, String isolation, int expected) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "reader-" + isolation + broker.bootstrapServers(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                isolation);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("trial"));
            List<String> values = new ArrayList<>();
            for (int i = 0; i < 60 && values.size() < expected; i++) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(500))) {
                    values.add(message.value());
                }
            }
            return values;
        }
    }
}
