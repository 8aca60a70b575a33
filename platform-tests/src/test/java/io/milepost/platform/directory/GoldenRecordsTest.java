package io.milepost.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GoldenRecordsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final GoldenRecords golden = new GoldenRecords();

    @Test
    @DisplayName("R-019: an account that was merged, also in several steps, leads to the one that stands for it")
    void merges_are_followed() {
        assertThat(golden.of(A)).isEqualTo(A);
        merged(A, B);
        assertThat(golden.of(A)).isEqualTo(B);
        merged(B, C);
        assertThat(golden.of(A)).isEqualTo(C);
        assertThat(golden.sameCustomer(B)).containsExactlyInAnyOrder(A, B, C);
        assertThat(golden.sameCustomer(C)).containsExactlyInAnyOrder(A, B, C);
        assertThat(golden.of(new UUID(0, 9))).isEqualTo(new UUID(0, 9));
        assertThat(golden.sameCustomer(new UUID(0, 9))).containsExactly(new UUID(0, 9));
    }

    @Test
    @DisplayName("R-019: a merge that is undone leads nowhere any more")
    void undone_merges_go_back() {
        merged(A, B);
        merged(B, C);
        unmerged(B, C);
        assertThat(golden.of(A)).isEqualTo(B);
        assertThat(golden.of(B)).isEqualTo(B);
        assertThat(golden.sameCustomer(C)).containsExactly(C);
        unmerged(A, B);
        assertThat(golden.of(A)).isEqualTo(A);
        assertThat(golden.hasMoved(A)).isTrue();
        assertThat(golden.hasMoved(C)).isFalse();
    }

    @Test
    void merges_heard_of_out_of_order_lead_somewhere_all_the_same() {
        merged(A, B);
        merged(B, A);
        assertThat(golden.of(A)).isIn(A, B);
        assertThat(golden.of(B)).isIn(A, B);
    }

    @Test
    void an_event_that_cannot_be_read_changes_nothing_and_stops_nothing() {
        hear("account.merged.v1", A, "{}");
        assertThat(golden.of(A)).isEqualTo(A);
        merged(A, B);
        assertThat(golden.of(A)).isEqualTo(B);
        hear("account.opened.v1", A, "{}");
        assertThat(golden.of(A)).isEqualTo(B);
    }

    private void merged(UUID one, UUID into) {
        hear("account.merged.v1", one, "{\"into\": \"%s\", \"reason\": \"the same\"}".formatted(into));
    }

    private void unmerged(UUID one, UUID from) {
        hear("account.unmerged.v1", one, "{\"from\": \"%s\", \"reason\": \"not the same\"}".formatted(from));
    }

    private void hear(String type, UUID subject, String json) {
        var event = new Inbound(
                "lead",
                type,
                subject,
                UUID.randomUUID(),
                1,
                "epoch",
                NOW,
                NOW,
                "someone",
                "correlation",
                subject.toString(),
                json.getBytes(StandardCharsets.UTF_8));
        golden.handle(0, List.of(event));
    }
}
