package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.relay.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTest {
    private record Owned(String owner) {}

    @Test
    void an_event_reads_as_the_readers_record() {
        assertThat(Arrival.of(record(Map.of(), "{\"owner\":\"smith\",\"more\":1}"))
                        .event()
                        .as(Owned.class))
                .isEqualTo(new Owned("smith"));
    }

    @ParameterizedTest
    @CsvSource({
        CloudEvent.RECORDED_TIME + ", +10000-01-01T00:00:00Z",
        CloudEvent.RECORDED_TIME + ", -1000000000-01-01T00:00:00Z",
        CloudEvent.RECORDED_TIME + ", 0000-12-31T23:59:59Z",
        CloudEvent.SUBJECT + ", nobody",
        CloudEvent.SEQUENCE + ", first"
    })
    void a_record_whose_headers_say_nonsense_is_no_event(String header, String value) {
        assertThatThrownBy(() -> Arrival.of(record(Map.of(header, value), "{}")))
                .isInstanceOf(Inbound.Unreadable.class);
    }

    @Test
    @SuppressWarnings("NullAway") // Kafka gives and takes null for an absent value.
    void data_that_is_missing_or_no_such_thing_is_unreadable_and_its_text_stays_out_of_the_message() {
        for (String data :
                new String[] {"secret", "{\"owner\":[\"secret\"]}", "{\"other\":\"secret\"}", "null", null}) {
            var event = Arrival.of(record(Map.of(), data)).event();
            assertThatThrownBy(() -> event.as(Owned.class))
                    .isInstanceOf(Inbound.Unreadable.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void a_header_without_a_value_is_a_header_that_is_not_there() {
        var record = record(Map.of(), "{}");
        record.headers().remove(CloudEvent.ACTOR).add(CloudEvent.ACTOR, null);
        assertThatThrownBy(() -> Arrival.of(record)).isInstanceOf(Inbound.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-x-y-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "\u0000\uffff"
            })
    void a_traceparent_that_is_none_stops_nothing_and_is_not_passed_on(String nonsense) {
        assertThat(Arrival.of(record(Map.of(CloudEvent.TRACEPARENT, nonsense), "{}"))
                        .traceparent())
                .isNull();
        var sound = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        assertThat(Arrival.of(record(Map.of(CloudEvent.TRACEPARENT, sound), "{}"))
                        .traceparent())
                .isEqualTo(sound);
    }

    @SuppressWarnings("NullAway") // Kafka gives and takes null for an absent value.
    private static ConsumerRecord<byte[], byte[]> record(Map<String, String> other, String data) {
        var headers = new TreeMap<>(Map.of(
                CloudEvent.ID, new UUID(0, 1).toString(),
                CloudEvent.SOURCE, "lead",
                CloudEvent.TYPE, "lead.captured.v1",
                CloudEvent.SUBJECT, new UUID(0, 2).toString(),
                CloudEvent.SEQUENCE, "00000000000000000001",
                CloudEvent.EPOCH, "e",
                CloudEvent.TIME, Instant.EPOCH.toString(),
                CloudEvent.RECORDED_TIME, Instant.EPOCH.toString(),
                CloudEvent.ACTOR, "t"));
        headers.putAll(other);
        var record = new ConsumerRecord<>(
                "lead.events.v1", 0, 0L, new byte[0], data == null ? null : data.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
