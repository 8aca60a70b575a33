package io.milepost.client.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever comes twice, and wherever it is stopped: each deal is booked once. */
class PositionedReaderTest {
    private static final String TOPIC = "opportunity.events.v1";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final Ledger ledger = opened();

    private MockConsumer<String, byte[]> consumer = broker();
    private PositionedReader reader = reader();

    @BeforeEach
    void begin() throws SQLException {
        reader.resume();
    }

    @AfterEach
    void close() throws SQLException {
        ledger.close();
    }

    @Test
    void deals_are_booked_and_other_types_passed_over() throws SQLException {
        add(0, "opportunity.stage-advanced.v1", "e0", "first");
        add(1, "opportunity.won.v1", "e1", "first");
        assertThat(read()).isEqualTo(1);
        assertThat(deals()).containsExactly("o-e1 120000.0000 EUR");
        assertThat(ledger.position(PARTITION)).contains(new Ledger.Position(2, "first"));
    }

    @Test
    void an_event_that_comes_again_is_known_by_its_id() throws SQLException {
        add(0, "opportunity.won.v1", "e1", "first");
        add(1, "opportunity.won.v1", "e1", "first");
        assertThat(read()).isEqualTo(1);
        add(2, "opportunity.won.v1", "e1", "first");
        add(3, "opportunity.won.v1", "e2", "first");
        assertThat(read()).isEqualTo(1);
        assertThat(deals()).containsExactly("o-e1 120000.0000 EUR", "o-e2 120000.0000 EUR");
    }

    @Test
    void a_restart_goes_on_behind_the_last_record_that_was_booked() throws SQLException {
        add(0, "opportunity.won.v1", "e1", "first");
        read();
        restart();
        assertThat(reader.standing()).containsExactly(TOPIC + "-0 from 1");
        add(1, "opportunity.won.v1", "e2", "first");
        assertThat(read()).isEqualTo(1);
        assertThat(reader.hasReadAll()).isTrue();
        assertThat(deals()).hasSize(2);
    }

    @Test
    void what_fails_half_way_leaves_neither_effect_nor_position() throws SQLException {
        add(0, "opportunity.won.v1", "e1", "first");
        add(1, "opportunity.won.v2", "e2", "first");
        assertThatThrownBy(this::read).hasMessage("opportunity.won.v2 has to be learned before more is read");
        assertThat(ledger.position(PARTITION)).isEmpty();
        assertThat(deals()).isEmpty();

        restart();
        add(0, "opportunity.won.v1", "e1", "first");
        assertThat(read()).isEqualTo(1);
    }

    @Test
    void another_life_of_the_log_stops_it() throws SQLException {
        add(0, "opportunity.won.v1", "e1", "first");
        read();
        add(1, "opportunity.won.v1", "e2", "second");
        assertThatThrownBy(this::read).hasMessageContaining("has another log behind it since offset 1");
        assertThat(deals()).hasSize(1);
        assertThat(ledger.position(PARTITION)).contains(new Ledger.Position(1, "first"));
    }

    private Ledger opened() {
        try {
            return Ledger.open(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockConsumer<String, byte[]> broker() {
        var consumer = new MockConsumer<String, byte[]>(AutoOffsetResetStrategy.NONE.name());
        var node = new Node(0, "localhost", 9092);
        consumer.updatePartitions(
                TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        return consumer;
    }

    private PositionedReader reader() {
        return new PositionedReader(consumer, ledger, TOPIC);
    }

    /** The process is another one; of the one before nothing is left but the ledger. */
    private void restart() throws SQLException {
        consumer = broker();
        reader = reader();
        reader.resume();
    }

    private int read() throws SQLException {
        return reader.readOn(Duration.ZERO);
    }

    private List<String> deals() throws SQLException {
        return ledger.deals().stream()
                .map(deal -> deal.opportunityId() + " " + deal.amount() + " " + deal.currency())
                .toList();
    }

    private void add(long offset, String type, String id, String epoch) {
        var data =
                "{\"contractId\":\"c\",\"value\":{\"amount\":\"120000.00\",\"currency\":\"EUR\"},\"closedOn\":\"2026-03-31\"}";
        var each = new ConsumerRecord<>(TOPIC, 0, offset, "key", data.getBytes(StandardCharsets.UTF_8));
        Map.of("ce_type", type, "ce_id", id, "ce_subject", "o-" + id, "epoch", epoch)
                .forEach((name, value) -> each.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        consumer.addRecord(each);
        consumer.updateEndOffsets(Map.of(PARTITION, offset + 1));
    }
}
