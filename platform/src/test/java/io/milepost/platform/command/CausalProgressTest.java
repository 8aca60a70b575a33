package io.milepost.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ADR 0028: what an entity has heard")
class CausalProgressTest {
    private static final CausalProgress HEARD = CausalProgress.NOTHING.with(
            List.of(followed("shop/e1/a@18"), followed("shop/e1/b@40"), followed("shop/e1/a@17"), event(Map.of())));

    @Test
    void an_earlier_event_of_a_root_is_behind_and_the_latest_and_later_ones_are_not() {
        assertThat(HEARD.isBeyond(of("shop/e1/a@17"))).isTrue();
        assertThat(HEARD.isBeyond(of("shop/e1/a@18"))).isFalse();
        assertThat(HEARD.isBeyond(of("shop/e1/a@19"))).isFalse();
    }

    @Test
    void events_of_another_root_epoch_or_source_do_not_compare() {
        assertThat(HEARD.isBeyond(of("shop/e1/b@39"))).as("control").isTrue();
        assertThat(HEARD.isBeyond(of("shop/e1/c@1"))).isFalse();
        assertThat(HEARD.isBeyond(of("shop/e2/a@1"))).isFalse();
        assertThat(HEARD.isBeyond(of("post/e1/a@1"))).isFalse();
    }

    @Test
    void a_command_that_follows_no_event_is_never_behind() {
        assertThat(HEARD.isBeyond(Map.of())).isFalse();
        assertThat(CausalProgress.NOTHING.isBeyond(of("shop/e1/a@1"))).isFalse();
    }

    private static Map<String, String> of(String heard) {
        return Map.of(Metadata.HEARD, heard);
    }

    private static StoredEvent followed(String heard) {
        return event(of(heard));
    }

    private static StoredEvent event(Map<String, String> metadata) {
        return new StoredEvent(
                1, new UUID(7, 7), "parcel.weighed", 1, Instant.EPOCH, Instant.EPOCH, new byte[0], metadata);
    }
}
