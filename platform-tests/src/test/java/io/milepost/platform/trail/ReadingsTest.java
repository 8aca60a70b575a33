package io.milepost.platform.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.auditrecord.AuditRecord.NoteReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was read in clear goes on record once a minute for each reader and aggregate. */
class ReadingsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Sender EVE = new Sender("eve", "EVE", "portal");

    private final Readings readings = new Readings();
    private final UUID lead = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    @DisplayName("R-189: who read whose personal data is one record a minute, with the entities and kinds")
    void what_one_read_is_one_record() {
        readings.add(EVE, "lead", List.of(lead), Set.of("NAME"), NOON);
        readings.add(EVE, "lead", List.of(other, lead), Set.of("REACH"), NOON.plusSeconds(30));
        readings.add(EVE, "account", List.of(other), Set.of("NAME"), NOON.plusSeconds(31));

        assertThat(readings.over(NOON.plusSeconds(59))).isEmpty();
        var until = NOON.plusSeconds(60);
        assertThat(readings.over(until))
                .containsExactly(
                        new NoteReading(
                                "eve",
                                "EVE",
                                "portal",
                                "lead",
                                List.of(lead, other),
                                2,
                                List.of("NAME", "REACH"),
                                NOON,
                                until),
                        new NoteReading(
                                "eve", "EVE", "portal", "account", List.of(other), 1, List.of("NAME"), NOON, until));
        assertThat(readings.over(until.plusSeconds(60))).isEmpty();
    }

    @Test
    void what_was_not_over_is_noted_when_the_service_stops() {
        readings.add(EVE, "lead", List.of(lead), Set.of("NAME"), NOON);
        assertThat(readings.rest(NOON.plusSeconds(1))).hasSize(1);
        assertThat(readings.rest(NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    @DisplayName("R-189: however much is read, a minute makes a bounded number of records of a bounded size")
    void nobody_fills_the_log_by_reading() {
        var many = new ArrayList<UUID>();
        for (int i = 0; i < 300; i++) {
            many.add(UUID.randomUUID());
        }
        readings.add(EVE, "lead", many, Set.of("NAME"), NOON);
        for (int i = 0; i < 1_000; i++) {
            readings.add(new Sender("reader-" + i, null, null), "lead", List.of(lead), Set.of("NAME"), NOON);
        }
        var notes = readings.rest(NOON);

        assertThat(notes).hasSize(501);
        assertThat(notes.getFirst().number()).isEqualTo(300);
        assertThat(notes.getFirst().entities()).hasSize(200);
        assertThat(notes.getLast().actor()).isNull();
    }
}
