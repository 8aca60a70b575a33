package io.milepost.reporting.read.closures;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClosuresTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final String CHECKLIST =
            "\"kind\":\"DELIVERY_PROJECT\",\"items\":[\"ARCHIVE\",\"SETTLEMENT\",\"SUMMARY\"],\"waivable\":[]";

    private final InMemoryCells<Closing> cells = new InMemoryCells<>(new Random(0));
    private final Projector<Closing> projector = new Projector<>(new ClosuresProjection(ZoneOffset.UTC), cells);
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private long position;

    @Test
    @DisplayName("R-184: what closures wait for, what was waived, refused attempts and the days to close")
    void closures_are_counted_on_the_days_on_which_they_moved() {
        tell(
                event("closure.opened", first, 0, CHECKLIST),
                event("handover.initiated", first, 0, "\"owner\":\"j.smith\""),
                event("handover.initiated", second, 2, "\"owner\":\"jones\""),
                event("closure.opened", second, 2, CHECKLIST),
                event("closure.item-done", first, 5, "\"item\":\"ARCHIVE\""),
                event("closure.item-waived", first, 6, "\"item\":\"SUMMARY\",\"reason\":\"small\""),
                event("closure.blocked", first, 7, "\"open\":[\"SETTLEMENT\"]"),
                event("closure.blocked", first, 8, "\"open\":[\"SETTLEMENT\"]"),
                event("closure.item-done", first, 9, "\"item\":\"SETTLEMENT\""),
                event("closure.item-done", second, 9, "\"item\":\"ARCHIVE\""),
                event("closure.project-closed", first, 33, closedOn(33)));

        assertThat(totals(-1)).isEqualTo(totals(0, 0, 0, 0, 0, "null"));
        assertThat(totals(0)).isEqualTo(totals(1, 0, 1, 0, 0, "null"));
        assertThat(totals(2)).isEqualTo(totals(2, 0, 2, 0, 0, "null"));
        assertThat(totals(7)).isEqualTo(totals(2, 0, 2, 1, 1, "null"));
        assertThat(totals(33)).isEqualTo(totals(2, 1, 1, 2, 1, "33.00"));

        assertThat(groups(ClosuresGrouping.owner, 33, "open")).isEqualTo("j.smith:0 jones:1");
        assertThat(groups(ClosuresGrouping.month, 33, "opened")).isEqualTo("(open):1 2026-04:1");
        assertThat(groups(ClosuresGrouping.kind, 33, "opened")).isEqualTo("DELIVERY_PROJECT:2");
        assertThat(groups(ClosuresGrouping.item, 7, "open")).isEqualTo("ARCHIVE:1 SETTLEMENT:2 SUMMARY:1");
        assertThat(groups(ClosuresGrouping.item, 33, "open")).isEqualTo("ARCHIVE:0 SETTLEMENT:1 SUMMARY:1");
        assertThat(groups(ClosuresGrouping.item, 33, "waived")).isEqualTo("ARCHIVE:0 SETTLEMENT:0 SUMMARY:1");
        assertThat(groups(ClosuresGrouping.item, 33, "required")).isEqualTo("ARCHIVE:2 SETTLEMENT:2 SUMMARY:2");
    }

    @Test
    @DisplayName("R-177: a sales project's closure is one of its kind, and an event that is new is passed over")
    void other_kinds_and_other_events_do_not_break_it() {
        tell(
                event(
                        "sales-closure.opened",
                        first,
                        0,
                        "\"outcome\":\"LOST\",\"items\":[\"PROJECT_REVIEW\",\"LESSONS\"]"),
                event("sales-closure.never-heard-of", first, 1, "\"item\":7"),
                event("sales-closure.project-review-held", first, 2, "\"heldOn\":\"2026-03-03\""),
                event("sales-closure.blocked", first, 2, "\"open\":[\"LESSONS\"]"),
                event("sales-closure.lesson-recorded", first, 2, "\"text\":\"ask earlier\""),
                event("sales-closure.project-closed", first, 3, closedOn(3) + ",\"outcome\":\"LOST\""));
        assertThat(totals(3)).isEqualTo(totals(1, 1, 0, 1, 0, "3.00"));
        assertThat(groups(ClosuresGrouping.kind, 3, "closed")).isEqualTo("SALES_PROJECT:1");
        assertThat(groups(ClosuresGrouping.item, 3, "done")).isEqualTo("LESSONS:1 PROJECT_REVIEW:1");
        assertThat(groups(ClosuresGrouping.owner, 3, "closed"))
                .as("no handover says whose it is")
                .isEqualTo("(unknown):1");
    }

    @Test
    @DisplayName("R-184: an item counts once it is asked for, as done where it was done before, and is open again when"
            + " taken back")
    void items_come_to_the_checklist_and_open_again() {
        tell(
                event("closure.opened", first, 0, CHECKLIST),
                event("closure.item-done", first, 1, "\"item\":\"HANDOVER\""),
                event("closure.items-added", first, 2, "\"items\":[\"HANDOVER\",\"LESSONS\"]"),
                event("closure.item-done", first, 3, "\"item\":\"SETTLEMENT\""),
                event("closure.item-reopened", first, 4, "\"item\":\"SETTLEMENT\""));
        assertThat(groups(ClosuresGrouping.item, 1, "done")).isEqualTo("ARCHIVE:0 SETTLEMENT:0 SUMMARY:0");
        assertThat(groups(ClosuresGrouping.item, 2, "done"))
                .isEqualTo("ARCHIVE:0 HANDOVER:1 LESSONS:0 SETTLEMENT:0 SUMMARY:0");
        assertThat(groups(ClosuresGrouping.item, 3, "open"))
                .isEqualTo("ARCHIVE:1 HANDOVER:0 LESSONS:1 SETTLEMENT:0 SUMMARY:1");
        assertThat(groups(ClosuresGrouping.item, 4, "open"))
                .isEqualTo("ARCHIVE:1 HANDOVER:0 LESSONS:1 SETTLEMENT:1 SUMMARY:1");
    }

    @Test
    void an_owner_who_becomes_known_takes_over_in_one_cell() {
        tell(event("closure.opened", first, 0, CHECKLIST));
        assertThat(groups(ClosuresGrouping.owner, 0, "open")).isEqualTo("(unknown):1");
        tell(event("handover.initiated", first, 0, "\"owner\":\"jones\""));
        assertThat(groups(ClosuresGrouping.owner, 0, "open")).isEqualTo("jones:1");
        assertThat(cells.upTo(MARCH)).as("one event moves one document").hasSize(1);
    }

    private void tell(Inbound... events) {
        projector.handle(0, List.of(events));
        projector.handle(0, List.of(events));
    }

    private String totals(int day) {
        var json = Json.mapper().createObjectNode();
        Entry.sum(Entry.of(cells.upTo(MARCH.plusDays(day))), json);
        return json.toString();
    }

    private static String totals(int opened, int closed, int open, int blocked, int waived, String days) {
        return "{\"opened\":%d,\"closed\":%d,\"open\":%d,\"blocked\":%d,\"waivedItems\":%d,\"averageDaysToClose\":%s}"
                .formatted(opened, closed, open, blocked, waived, days);
    }

    private String groups(ClosuresGrouping groupBy, int day, String measure) {
        var json = Json.mapper().createObjectNode();
        ClosuresApi.group(json, Entry.of(cells.upTo(MARCH.plusDays(day))), groupBy);
        return json.get("groups")
                .valueStream()
                .map(group -> group.get("key").asString() + ":" + group.get(measure))
                .collect(Collectors.joining(" "));
    }

    private Inbound event(String type, UUID subject, int day, String fields) {
        return Said.on(MARCH.plusDays(day), type + ".v1", subject, ++position, "delivery", fields);
    }

    private static String closedOn(int day) {
        return "\"closedOn\":\"%s\"".formatted(MARCH.plusDays(day));
    }
}
