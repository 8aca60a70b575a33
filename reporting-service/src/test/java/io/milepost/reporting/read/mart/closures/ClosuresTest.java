package io.milepost.reporting.read.mart.closures;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClosuresTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final String CHECKLIST =
            "\"kind\":\"DELIVERY_PROJECT\",\"items\":[\"ARCHIVE\",\"SETTLEMENT\",\"SUMMARY\"],\"waivable\":[]";

    private final UUID first = new UUID(1, 1);
    private final UUID second = new UUID(1, 2);
    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));
    private long position;

    @AfterEach
    void close() {
        database.close();
    }

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

        assertThat(totals(-1)).isEmpty();
        assertThat(totals(0)).isEqualTo("1 0 1 0 null");
        assertThat(totals(2)).isEqualTo("2 0 2 0 null");
        assertThat(totals(7)).isEqualTo("2 0 2 1 null");
        assertThat(totals(33)).isEqualTo("2 1 1 2 33.0000");

        assertThat(by("owner", 33, "open")).isEqualTo("j.smith:0 jones:1");
        assertThat(by("closed_on", 33, "closed")).isEqualTo("2026-04-03:1 null:0");
        assertThat(by("kind", 33, "opened")).isEqualTo("DELIVERY_PROJECT:2");
        assertThat(items(7, "waiting")).isEqualTo("ARCHIVE:1 SETTLEMENT:2 SUMMARY:1");
        assertThat(items(33, "waiting")).isEqualTo("ARCHIVE:0 SETTLEMENT:1 SUMMARY:1");
        assertThat(items(33, "waived")).isEqualTo("ARCHIVE:0 SETTLEMENT:0 SUMMARY:1");
        assertThat(items(33, "required")).isEqualTo("ARCHIVE:2 SETTLEMENT:2 SUMMARY:2");
        assertThat(fed.ask("closings", "from", "2026-04-01", "to", "2026-04-30", "by", "")
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("newly_closed")).hasToString("1"));
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
        assertThat(totals(3)).isEqualTo("1 1 0 1 3.0000");
        assertThat(by("kind", 3, "closed")).isEqualTo("SALES_PROJECT:1");
        assertThat(items(3, "done")).isEqualTo("LESSONS:1 PROJECT_REVIEW:1");
        assertThat(by("owner", 3, "closed")).as("no handover says whose it is").isEqualTo("(unknown):1");
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
        assertThat(items(1, "done")).isEqualTo("ARCHIVE:0 SETTLEMENT:0 SUMMARY:0");
        assertThat(items(2, "done")).isEqualTo("ARCHIVE:0 HANDOVER:1 LESSONS:0 SETTLEMENT:0 SUMMARY:0");
        assertThat(items(3, "waiting")).isEqualTo("ARCHIVE:1 HANDOVER:0 LESSONS:1 SETTLEMENT:0 SUMMARY:1");
        assertThat(items(4, "waiting")).isEqualTo("ARCHIVE:1 HANDOVER:0 LESSONS:1 SETTLEMENT:1 SUMMARY:1");
    }

    @Test
    void an_owner_who_becomes_known_takes_over() {
        tell(event("closure.opened", first, 0, CHECKLIST));
        assertThat(by("owner", 0, "open")).isEqualTo("(unknown):1");
        tell(event("handover.initiated", first, 1, "\"owner\":\"jones\""));
        assertThat(by("owner", 1, "open")).isEqualTo("jones:1");
        assertThat(by("owner", 0, "open")).isEqualTo("(unknown):1");
    }

    private void tell(Inbound... events) {
        fed.take(List.of(events), new Random(1));
        fed.take(List.of(events), new Random(2));
    }

    private String totals(int day) {
        return fed.ask("closures", "by", "", "asOf", MARCH.plusDays(day).toString()).rows().stream()
                .map(row -> Stream.of("opened", "closed", "open", "blocked", "average_days")
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private String by(String dimension, int day, String figure) {
        return by("closures", dimension, day, figure);
    }

    private String items(int day, String figure) {
        return by("closing-items", "item", day, figure);
    }

    private String by(String report, String dimension, int day, String figure) {
        return fed
                .ask(
                        report,
                        "by",
                        dimension,
                        "orderBy",
                        dimension,
                        "asOf",
                        MARCH.plusDays(day).toString())
                .rows()
                .stream()
                .map(row -> row.get(dimension) + ":" + row.get(figure))
                .collect(Collectors.joining(" "));
    }

    private Inbound event(String type, UUID subject, int day, String fields) {
        return Said.on(MARCH.plusDays(day), type + ".v1", subject, ++position, "delivery", fields);
    }

    private static String closedOn(int day) {
        return "\"closedOn\":\"%s\"".formatted(MARCH.plusDays(day));
    }
}
