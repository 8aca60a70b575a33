package io.milepost.client.consumer;

import io.milepost.client.consumer.Ledger.Deal;
import io.milepost.client.consumer.Ledger.Position;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.json.JsonMapper;

/** Reads all partitions of a topic into the ledger, from where the ledger says that it stands; nothing is committed to Kafka. */
final class PositionedReader {
    private static final String WON = "opportunity.won.";
    private static final String KNOWN = WON + "v1";

    private final Consumer<String, byte[]> consumer;
    private final Ledger ledger;
    private final List<TopicPartition> partitions;
    private final JsonMapper json = new JsonMapper();

    PositionedReader(Consumer<String, byte[]> consumer, Ledger ledger, String topic) {
        this.consumer = consumer;
        this.ledger = ledger;
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** What the consumer's own group would have done, had it known what the ledger knows. */
    void resume() throws SQLException {
        consumer.assign(partitions);
        for (var partition : partitions) {
            var position = ledger.position(partition);
            if (position.isPresent()) {
                consumer.seek(partition, position.get().nextOffset());
            } else {
                consumer.seekToBeginning(List.of(partition));
            }
        }
    }

    /** The offsets from which it goes on, by partition. */
    List<String> standing() {
        return partitions.stream()
                .map(partition -> partition + " from " + consumer.position(partition))
                .toList();
    }

    boolean hasReadAll() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /**
     * Books what has come, and how far it was read, in one transaction.
     *
     * @return deals that were not there before
     */
    int readOn(Duration patience) throws SQLException {
        var records = consumer.poll(patience);
        try {
            int booked = book(records);
            ledger.commit();
            return booked;
        } catch (SQLException | RuntimeException notBooked) {
            // Neither effect nor position: what was polled comes again, now or after a restart.
            ledger.rollback();
            resume();
            throw notBooked;
        }
    }

    private int book(ConsumerRecords<String, byte[]> records) throws SQLException {
        int booked = 0;
        for (var partition : records.partitions()) {
            var known = ledger.position(partition);
            for (var each : records.records(partition)) {
                var epoch = header(each, "epoch");
                if (known.filter(position -> !position.epoch().equals(epoch)).isPresent()) {
                    throw new IllegalStateException(
                            "%s has another log behind it since offset %d: what is kept here may not be what it says"
                                    .formatted(partition, each.offset()));
                }
                var deal = won(each);
                if (deal.isPresent() && ledger.book(deal.get())) {
                    booked++;
                }
                known = Optional.of(new Position(each.offset() + 1, epoch));
            }
            ledger.advance(partition, known.orElseThrow());
        }
        return booked;
    }

    /** Types that it has no use for are passed over; a version that it does not know is no such type. */
    private Optional<Deal> won(ConsumerRecord<String, byte[]> each) {
        var type = header(each, "ce_type");
        if (!type.startsWith(WON)) {
            return Optional.empty();
        }
        if (!type.equals(KNOWN)) {
            throw new IllegalStateException("%s has to be learned before more is read".formatted(type));
        }
        var data = json.readTree(each.value());
        return Optional.of(new Deal(
                header(each, "ce_id"),
                header(each, "ce_subject"),
                new BigDecimal(data.at("/value/amount").asString()),
                data.at("/value/currency").asString(),
                LocalDate.parse(data.path("closedOn").asString())));
    }

    private static String header(ConsumerRecord<String, byte[]> each, String name) {
        var header = each.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException(
                    "no %s at %s-%d offset %d".formatted(name, each.topic(), each.partition(), each.offset()));
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
