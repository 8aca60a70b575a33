package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What follows a topic outside of any group says honestly how far it is. */
@DisplayName("A tail of a topic knows nothing of what there is to read while no broker answers")
class TopicTailTest {
    private static final TopicPartition ONE = new TopicPartition("lead.events.v1", 0);

    private final AtomicBoolean connected = new AtomicBoolean(true);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {
        @Override
        public synchronized Map<MetricName, ? extends Metric> metrics() {
            var name = new MetricName("connection-count", "", "", Map.of("client-id", "one"));
            return Map.of(name, new Metric() {
                @Override
                public MetricName metricName() {
                    return name;
                }

                @Override
                public Object metricValue() {
                    return connected.get() ? 1.0 : 0.0;
                }
            });
        }
    };

    private static final class Nothing implements BatchHandler {
        @Override
        public void handle(int partition, List<Inbound> batch) {}

        @Override
        public void pass(Unread record) {}
    }

    @Test
    void its_lag_is_unknown_without_a_connection_and_known_again_with_one() throws Exception {
        consumer.updatePartitions(
                ONE.topic(), List.of(new PartitionInfo(ONE.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(ONE, 0L));
        consumer.updateEndOffsets(Map.of(ONE, 0L));
        var tail = new TopicTail("lead", () -> consumer, new Nothing());
        assertThat(tail.lag()).as("before it has asked").isEqualTo(-1);
        var thread = Thread.ofVirtual().start(tail);
        try {
            await().until(() -> tail.lag() == 0);
            connected.set(false);
            await().until(() -> tail.lag() == -1);
            connected.set(true);
            await().until(() -> tail.lag() == 0);
        } finally {
            tail.stop();
            thread.join();
        }
    }
}
