package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What deals lack, by their events, beside what opportunity-service itself shows of the same deals. */
class DiagnosisTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName(
            "R-055: the report says of every open deal what its own view says: true stage, what is outstanding, what to"
                    + " do next; and nothing of one that has ended")
    void equals_the_view_of_the_deal() throws IOException {
        var deals = deals();
        fed.take(said(deals), new Random(1));
        int lacking = 0;
        int complete = 0;
        int ended = 0;
        for (int id = 0; id < deals.size(); id++) {
            var view = deals.get(id);
            var rows = fed.rows("diagnosis", "where", "opportunity_id eq '%s'".formatted(new UUID(5, id)))
                    .rows();
            boolean open = List.of("IDENTIFIED", "QUALIFIED", "AUTHORIZED")
                    .contains(view.path("status").asString());
            if (!open) {
                ended++;
                assertThat(rows).isEmpty();
                continue;
            }
            var missing = new ArrayList<String>();
            view.path("missing").forEach(code -> missing.add(code.asString()));
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.get("true_stage"))
                        .hasToString(view.path("trueStage").asString());
                assertThat(row.get("stage")).hasToString(view.path("stage").asString());
            });
            var next = rows.stream()
                    .filter(row -> Boolean.TRUE.equals(row.get("is_next")))
                    .toList();
            assertThat(next).hasSize(1);
            if (missing.isEmpty()) {
                complete++;
                assertThat(rows).hasSize(1);
                assertThat(next.getFirst().get("missing")).isNull();
                continue;
            }
            lacking++;
            assertThat(rows.stream().map(row -> String.valueOf(row.get("missing"))))
                    .as("deal %d", id)
                    .containsExactlyInAnyOrderElementsOf(missing);
            assertThat(next.getFirst().get("missing"))
                    .isEqualTo(view.path("next").path("code").asString());
            assertThat(next.getFirst().get("task"))
                    .isEqualTo(view.path("next").path("meaning").asString());
        }
        assertThat(List.of(lacking, complete, ended)).as("control").allMatch(count -> count > 0);
        assertThat(fed.ask("next-tasks", "by", "").rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("deals")).hasToString(String.valueOf(lacking(deals))));
        assertThat(fed.ask("stage-diagnosis", "where", "is_next eq true").rows())
                .isNotEmpty();
    }

    @Test
    @DisplayName("R-055: as of a past day a deal lacks what it lacked then")
    void a_past_day_is_told() {
        var deal = new UUID(6, 1);
        fed.take(
                List.of(
                        Said.on(
                                DAY,
                                "opportunity.identified.v1",
                                deal,
                                1,
                                "opportunity",
                                "\"owner\":\"kim\",\"name\":\"P\",\"template\":\"standard\",\"templateVersion\":2"),
                        Said.on(
                                DAY.plusDays(1),
                                "opportunity.milestone-reached.v1",
                                deal,
                                2,
                                "opportunity",
                                "\"stage\":1,\"milestone\":\"ACCOUNT_FILE_OPENED\",\"on\":\"2026-03-03\""),
                        Said.on(
                                DAY.plusDays(2),
                                "opportunity.lost.v1",
                                deal,
                                3,
                                "opportunity",
                                "\"reason\":\"price\",\"closedOn\":\"2026-03-04\"")),
                new Random(1));
        assertThat(next(DAY)).containsExactly("P ACCOUNT_FILE_OPENED");
        assertThat(next(DAY.plusDays(1))).containsExactly("P CONTACT_NAMED");
        assertThat(next(DAY.plusDays(2))).isEmpty();
    }

    private List<String> next(LocalDate day) {
        return fed.ask("stage-diagnosis", "asOf", day.toString(), "where", "is_next eq true").rows().stream()
                .map(row -> row.get("name") + " " + row.get("missing"))
                .toList();
    }

    private static long lacking(List<JsonNode> deals) {
        return deals.stream()
                .filter(view -> List.of("IDENTIFIED", "QUALIFIED", "AUTHORIZED")
                        .contains(view.path("status").asString()))
                .count();
    }

    private static List<Inbound> said(List<JsonNode> deals) {
        var events = new ArrayList<Inbound>();
        for (int id = 0; id < deals.size(); id++) {
            for (var event : deals.get(id).path("events")) {
                var data = event.path("data").toString();
                events.add(Said.on(
                        DAY,
                        event.path("type").asString(),
                        new UUID(5, id),
                        events.size() + 1L,
                        "opportunity",
                        data.substring(1, data.length() - 1)));
            }
        }
        return events;
    }

    private static List<JsonNode> deals() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("contracts.dir"), "opportunity", "diagnosed-deals.ndjson"))
                .stream()
                .map(line -> Json.mapper().readTree(line))
                .toList();
    }
}
