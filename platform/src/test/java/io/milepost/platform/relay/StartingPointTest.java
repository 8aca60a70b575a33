package io.milepost.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartingPointTest {
    private static final StartingPoint ALONE = new StartingPoint(null, null);

    @Test
    void goes_on_after_a_checkpoint_that_fits() {
        assertThat(ALONE.in(10, "a", at(7, "a"), true)).isEqualTo(after(7));
        assertThat(ALONE.in(10, "a", at(10, "a"), true)).isEqualTo(after(10));
    }

    @Test
    void begins_at_the_beginning_where_nothing_was_published() {
        assertThat(ALONE.in(10, "a", Optional.empty(), false)).isEqualTo(after(0));
        assertThat(ALONE.in(0, "a", Optional.empty(), false)).isEqualTo(after(0));
    }

    @ParameterizedTest
    @CsvSource({
        // published, its epoch, whether the topic holds events
        ",, true",
        "7, b, true",
        "11, a, true",
        "7, a, false"
    })
    void leaves_to_an_operator_what_could_lose_or_repeat_events(Long published, String epoch, boolean holdsEvents) {
        var checkpoint = published == null ? Optional.<Checkpoint>empty() : at(published, epoch);

        assertThatThrownBy(() -> ALONE.in(10, "a", checkpoint, holdsEvents)).isInstanceOf(OperatorNeeded.class);
        assertThat(new StartingPoint(5L, null).in(10, "a", checkpoint, holdsEvents))
                .isEqualTo(after(5));
        assertThat(new StartingPoint(null, "a").in(10, "a", checkpoint, holdsEvents))
                .isEqualTo(new StartingPoint.Start(0, true));
        assertThatThrownBy(() -> new StartingPoint(null, "b").in(10, "a", checkpoint, holdsEvents))
                .isInstanceOf(OperatorNeeded.class)
                .hasMessageContaining("milepost.relay.republish to a");
    }

    @Test
    void an_operators_word_has_no_effect_while_the_checkpoint_fits() {
        assertThat(new StartingPoint(5L, "a").in(10, "a", at(7, "a"), true)).isEqualTo(after(7));
    }

    @Test
    void an_operators_position_beyond_the_log_is_refused() {
        assertThatThrownBy(() -> new StartingPoint(11L, null).in(10, "a", Optional.empty(), true))
                .isInstanceOf(OperatorNeeded.class);
    }

    private static StartingPoint.Start after(long position) {
        return new StartingPoint.Start(position, false);
    }

    private static Optional<Checkpoint> at(long position, String epoch) {
        return Optional.of(new Checkpoint(position, epoch));
    }
}
