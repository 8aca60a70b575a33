package io.milepost.reporting.read.mart.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.sales.Deals;
import io.milepost.reporting.read.mart.sales.RandomWalk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownAtTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final Instant BEFORE = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-02-01T00:00:00Z");
    private static final List<List<String>> QUESTIONS = List.of(
            List.of("funnel"),
            List.of("funnel", "by", "owner,product"),
            List.of("won", "by", "month,team", "from", "2017-01-01"),
            List.of("proven-stages"),
            List.of("stages", "from", "2017-01-01"),
            List.of("stages", "by", "owner", "from", "2017-02-01"),
            List.of("blocked-advances", "from", "2017-01-01"),
            List.of("movement", "from", "2017-02-01"),
            List.of("movement", "by", "owner", "from", "2017-02-01"));

    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
    private long position;

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName(
            "after back-dated corrections a question as of any day, under the time or the position of before, has the"
                    + " answer of before to the cent: stocks, flows, distinct, days, rows, and where members belonged")
    void answers_as_before(long seed) {
        var random = new Random(seed);
        var said = new ArrayList<Inbound>();
        said.add(place("owner-0", "East", "2016-01-01"));
        said.add(place("owner-1", "West", "2016-01-01"));
        var walks = new ArrayList<RandomWalk>();
        for (int deal = 0; deal < 25; deal++) {
            var events = new ArrayList<Inbound>();
            var day = FIRST.plusDays(random.nextInt(40));
            events.add(Deals.identified(new UUID(seed, deal), "owner-" + deal % 3, deal + "0.50", "USD", day));
            walks.add(new RandomWalk(new UUID(seed, deal), day, random, events));
            for (int step = random.nextInt(12); step > 0; step--) {
                walks.getLast().step();
            }
            said.addAll(events);
        }
        fed.take(recorded(said, BEFORE), random);
        long read = position;
        var days = List.of(FIRST.plusDays(30), FIRST.plusDays(60), FIRST.plusDays(200));
        var answers = new TreeMap<String, Object>();
        days.forEach(day -> answers.putAll(answers(day, null)));

        var corrections = new ArrayList<Inbound>();
        corrections.add(place("owner-0", "West", "2017-01-05"));
        for (int deal = 0; deal < 25; deal++) {
            var id = new UUID(seed, deal);
            var day = walks.get(deal).known();
            switch (random.nextInt(4)) {
                case 0 -> corrections.add(Deals.valued(id, "77.77", "USD", day));
                case 1 -> corrections.add(Deals.won(id, "88.88", "EUR", day, day));
                case 2 -> corrections.add(Deals.lost(id, day, day.minusDays(5)));
                default -> corrections.add(Deals.advanceRejected(id, 1, List.of("NEEDS_KNOWN"), day));
            }
        }
        corrections.add(Deals.identified(new UUID(seed, 99), "owner-1", "5.00", "USD", FIRST));
        fed.take(recorded(corrections, AFTER), random);

        int changed = 0;
        for (var day : days) {
            for (var one : answers(day, null).entrySet()) {
                changed += one.getValue().equals(answers.get(one.getKey())) ? 0 : 1;
            }
            for (String moment : List.of("2025-01-15T12:00:00Z", "2025-01-15T14:00:00+02:00", String.valueOf(read))) {
                answers(day, moment)
                        .forEach((question, answer) -> assertThat(answer)
                                .as("%s as of %s known at %s", question, day, moment)
                                .isEqualTo(answers.get(question)));
            }
            String now = "2025-03-01T00:00:00Z";
            answers(day, now)
                    .forEach((question, answer) -> assertThat(answer)
                            .as("%s as of %s known at %s", question, day, now)
                            .isEqualTo(answers(day, null).get(question)));
        }
        assertThat(changed).as("control: answers that are others now").isGreaterThan(15);
        assertThat(answers(days.getLast(), "2024-12-31T23:59:59Z").values())
                .as("when nothing was known")
                .allMatch(answer -> answer.equals(List.of()));
    }

    private Map<String, Object> answers(LocalDate day, String knownAt) {
        var answers = new TreeMap<String, Object>();
        for (var question : QUESTIONS) {
            var asked = new ArrayList<>(question.subList(1, question.size()));
            boolean period = asked.contains("from");
            asked.addAll(List.of(
                    period ? "to" : "asOf",
                    day.isBefore(FIRST.plusDays(40)) && period
                            ? FIRST.plusDays(40).toString()
                            : day.toString()));
            if (knownAt != null) {
                asked.addAll(List.of("knownAt", knownAt));
            }
            answers.put(
                    question + " " + day,
                    fed.ask(question.getFirst(), asked.toArray(String[]::new)).rows());
        }
        for (String dataset : List.of("opportunity", "stay", "refused_advance", "movement")) {
            var asked = new ArrayList<>(List.of("asOf", day.toString(), "limit", "5000"));
            if (knownAt != null) {
                asked.addAll(List.of("knownAt", knownAt));
            }
            answers.put(
                    dataset + " " + day,
                    fed.rows(dataset, asked.toArray(String[]::new)).rows().stream()
                            .map(row -> {
                                // A span that has been cut since was said by another event.
                                var told = new TreeMap<>(row);
                                told.remove("event_position");
                                return told.toString();
                            })
                            .toList());
        }
        return answers;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yesterday | a time like 2017-12-31T18:00:00Z",
                "2017-12-31 | a time like 2017-12-31T18:00:00Z",
                "2017-12-31T18:00:00 | a time like 2017-12-31T18:00:00Z",
                "2030-01-01T00:00:01Z | a time from 1900-01-01T00:00:00Z to 2030-01-01T00:00:00Z",
                "-9999-01-01T00:00:00Z | a time",
                "1899-12-31T00:00:00Z | a time from 1900",
                "2 | a position up to 1",
                "999999999999999999 | a position up to 1",
                "9999999999999999999 | a time like",
                "-1 | a time like",
            })
    @DisplayName("a moment that cannot be read, is to come or was never reached is refused, of reports and of datasets")
    void refuses(String moment, String allowed) {
        fed.take(
                recorded(List.of(Deals.identified(new UUID(1, 1), "owner-0", "1.00", "USD", FIRST)), BEFORE),
                new Random(1));
        for (Runnable ask : List.<Runnable>of(
                () -> fed.ask("funnel", "knownAt", moment), () -> fed.rows("opportunity", "knownAt", moment))) {
            assertThatThrownBy(ask::run)
                    .isInstanceOfSatisfying(
                            QueryException.class, e -> assertThat(e.parameter()).isEqualTo("knownAt"))
                    .hasMessageContaining(allowed);
        }
        assertThat(fed.ask("funnel", "knownAt", "1").rows()).hasSize(1);
        assertThat(fed.ask("funnel", "knownAt", "0").rows()).isEmpty();
    }

    @Test
    @DisplayName("a year before and parts of a period are of the same moment")
    void compares() {
        var deal = new UUID(1, 1);
        fed.take(
                recorded(
                        List.of(
                                Deals.identified(deal, "owner-0", "1.00", "USD", FIRST),
                                Deals.won(deal, "2.00", "USD", FIRST, FIRST)),
                        BEFORE),
                new Random(1));
        var question = new String[] {
            "by",
            "month",
            "from",
            "2018-01-01",
            "to",
            "2018-01-01",
            "compare",
            "year",
            "knownAt",
            "2025-01-15T00:00:00Z"
        };
        var before = fed.ask("won", question).rows();
        var other = new UUID(1, 2);
        fed.take(
                recorded(
                        List.of(
                                Deals.identified(other, "owner-0", "1.00", "USD", FIRST),
                                Deals.won(other, "4.00", "USD", FIRST, FIRST)),
                        AFTER),
                new Random(1));
        assertThat(fed.ask("won", question).rows()).isEqualTo(before).isNotEmpty();
    }

    private Inbound place(String code, String region, String from) {
        return Said.on(
                LocalDate.parse(from),
                "team-member.moved.v1",
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                ++position,
                "lead",
                "\"code\":\"%s\",\"team\":\"T\",\"region\":\"%s\",\"from\":\"%s\"".formatted(code, region, from));
    }

    /** As logs record them: one after the other, whatever days they are about. */
    private List<Inbound> recorded(List<Inbound> said, Instant from) {
        var recorded = new ArrayList<Inbound>();
        for (var event : said) {
            position++;
            recorded.add(new Inbound(
                    event.source(),
                    event.type(),
                    event.subject(),
                    event.eventId(),
                    position,
                    event.epoch(),
                    event.effectiveAt(),
                    from.plusSeconds(recorded.size()),
                    "someone",
                    "correlation",
                    event.subject().toString(),
                    event.data()));
        }
        return recorded;
    }
}
