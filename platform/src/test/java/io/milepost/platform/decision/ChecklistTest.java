package io.milepost.platform.decision;

import static io.milepost.platform.decision.Checklist.No.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.value.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Items are done with evidence, waived with a reason, or open; nothing closes while one is open. */
class ChecklistTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Checklist<String, String> LIST =
            Checklist.of(List.of("STAND", "SHOW UNIT", "STAFF"), List.of("SHOW UNIT"));

    @Test
    void an_item_is_open_until_it_is_done_or_waived() {
        assertThat(LIST.status()).isEqualTo("OPENED");
        var done = LIST.withDone("STAND", Evidence.word("photo 7"), "built");
        assertThat(done.status()).isEqualTo("ITEMS_OPEN");
        assertThat(done.open()).containsExactly("SHOW UNIT", "STAFF");
        assertThat(done.statusOf("STAND")).isEqualTo("DONE");
        assertThat(done.evidence("STAND")).contains(Evidence.word("photo 7"));
        assertThat(done.evidence("STAFF")).isEmpty();
        var waived = done.withWaived("SHOW UNIT", "next year", "ann");
        assertThat(waived.statusOf("SHOW UNIT")).isEqualTo("WAIVED");
        assertThat(waived.waiver("SHOW UNIT")).contains(new Waiver("next year", "ann"));
        assertThat(waived.withDone("STAFF", Evidence.fact("shift 3")).status()).isEqualTo("READY");
    }

    @Test
    void what_is_done_after_all_is_not_waived_and_what_is_reopened_is_open() {
        var done = LIST.withWaived("SHOW UNIT", "next year", "ann").withDone("SHOW UNIT", Evidence.fact(null));
        assertThat(done.statusOf("SHOW UNIT")).isEqualTo("DONE");
        assertThat(done.withReopened("SHOW UNIT").statusOf("SHOW UNIT")).isEqualTo("OPEN");
    }

    @Test
    void only_what_the_template_allows_is_waived_and_only_for_a_reason() {
        assertRefused(LIST.waive("STAFF", "no people", () -> "waived"), ITEM_NOT_WAIVABLE);
        assertRefused(LIST.waive("SHOW UNIT", " ", () -> "waived"), Usual.REASON_MISSING);
        assertThat(LIST.waive("SHOW UNIT", "next year", () -> "waived")).isEqualTo(Decision.accepted("waived"));
        var waived = LIST.withWaived("SHOW UNIT", "next year", "ann");
        assertThat(waived.waive("SHOW UNIT", "next year", () -> "waived")).isEqualTo(Decision.unchanged());
        assertRefused(waived.waive("SHOW UNIT", "never", () -> "waived"), ITEM_ALREADY_WAIVED);
        var done = LIST.withDone("SHOW UNIT", Evidence.word(null));
        assertRefused(done.waive("SHOW UNIT", "next year", () -> "waived"), ITEM_ALREADY_DONE);
    }

    @Test
    void a_task_is_done_once_or_as_often_as_there_is_something_to_say() {
        var done = LIST.withDone("STAND", Evidence.word(null), "built");
        assertThat(done.tickOnce("STAND", "built")).isEqualTo(Decision.unchanged());
        assertRefused(done.tickOnce("STAND", "built again"), ITEM_ALREADY_DONE);
        assertThat(done.tick("built again")).isEqualTo(Decision.accepted("built again"));
        assertRefused(done.withClosed(TODAY).tick("built again"), PROJECT_CLOSED);
    }

    @Test
    @DisplayName("G21: what is not settled blocks the close, on record")
    void nothing_closes_while_an_item_is_open() {
        var blocked = LIST.withDone("STAND", Evidence.word(null)).close(() -> "closed", open -> "blocked by " + open);
        assertRefused(blocked, ITEMS_OPEN);
        assertThat(blocked.events()).containsExactly("blocked by [SHOW UNIT, STAFF]");
        var ready = LIST.withDone("STAND", Evidence.word(null))
                .withDone("STAFF", Evidence.word(null))
                .withWaived("SHOW UNIT", "next year", "ann");
        assertThat(ready.close(() -> "closed", open -> "blocked by " + open)).isEqualTo(Decision.accepted("closed"));
        assertThat(ready.withClosed(TODAY).close(() -> "closed", open -> "blocked by " + open))
                .isEqualTo(Decision.unchanged());
        assertThat(ready.withClosed(TODAY).status()).isEqualTo("CLOSED");
    }

    private static void assertRefused(Decision<String> decision, Refusal reason) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
