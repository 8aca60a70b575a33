package io.milepost.reporting.read.mart.closures;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.reporting.read.mart.CompanyMart;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeptTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    @RegisterExtension
    final CompanyMart mart = new CompanyMart();

    @Test
    @DisplayName("R-179: lessons are counted by what they are, the project that they are from and how its deal ended")
    void lessons() {
        lesson(1, "SALES", 1, ",\"outcome\":\"LOST\"", "FAILURE", "2017-01-10");
        lesson(2, "SALES", 1, ",\"outcome\":\"LOST\"", "PROPOSAL", "2017-01-10");
        lesson(3, "SALES", 2, ",\"outcome\":\"WON\"", "SUCCESS", "2017-02-10");
        lesson(4, "DELIVERY", 2, "", "SUCCESS", "2017-04-10");
        mart.take(new Random(1));

        assertThat(mart.told("lessons", "for_quarter,kind", "2017-03-31", "lessons"))
                .containsExactly("2017-Q1 FAILURE 1", "2017-Q1 PROPOSAL 1", "2017-Q1 SUCCESS 1");
        assertThat(mart.told("lessons", "kind", "2017-12-31", "lessons"))
                .containsExactly("FAILURE 1", "PROPOSAL 1", "SUCCESS 2");
        assertThat(mart.told("lessons", "project,outcome", "2017-12-31", "lessons"))
                .containsExactly("DELIVERY null 1", "SALES LOST 2", "SALES WON 1");
        assertThat(mart.told("lessons", "deal_id", "2017-12-31", "lessons"))
                .containsExactly("%s 2".formatted(new UUID(2, 1)), "%s 2".formatted(new UUID(2, 2)));
    }

    @Test
    @DisplayName(
            "R-183, R-185: papers are there, there for too long or disposed of, by custodian and the year of their end")
    void retention() {
        filed(1, "ann", "2017-01-10", "2017-06-01", "");
        filed(2, "ann", "2017-01-10", "2027-01-10", ",\"opportunityId\":\"%s\"".formatted(new UUID(2, 1)));
        filed(3, "bob", "2017-02-10", "2017-06-15", "");
        record(
                2,
                "custody-transferred",
                "2017-03-01",
                "\"from\":\"ann\",\"custodian\":\"bob\",\"place\":\"vault 4\",\"on\":\"2017-03-01\",\"by\":\"b\"");
        record(3, "disposed", "2017-07-01", "\"disposal\":\"shred\",\"on\":\"2017-07-01\"");
        mart.take(new Random(1));

        String[] columns = {"filed_records", "kept_records", "expired_records", "disposed_records"};
        assertThat(mart.told("retention", "owner", "2017-02-28", columns))
                .containsExactly("ann 2 2 0 0", "bob 1 1 0 0");
        assertThat(mart.told("retention", "owner", "2017-06-20", columns))
                .containsExactly("ann 1 1 1 0", "bob 2 2 1 0");
        assertThat(mart.told("retention", "owner", "2017-07-01", columns))
                .containsExactly("ann 1 1 1 0", "bob 2 1 0 1");
        assertThat(mart.told("retention", "for_year", "2017-07-01", columns))
                .containsExactly("2017 2 1 1 1", "2027 1 1 0 0");
        assertThat(mart.told("retention", "project,place", "2017-07-01", "filed_records"))
                .containsExactly("DELIVERY vault 3 2", "SALES vault 4 1");
    }

    @Test
    @DisplayName("R-179, R-185: the laws hold of what is kept")
    void laws() {
        var random = new Random(5);
        var kinds = List.of("SUCCESS", "FAILURE", "PROBLEM");
        for (int id = 1; id <= 40; id++) {
            var on = FIRST.plusDays(random.nextInt(40));
            lesson(id, "DELIVERY", id % 7, "", kinds.get(id % 3), on.toString());
            var until = on.plusDays(1L + random.nextInt(40));
            filed(id, "owner-" + id % 3, on.toString(), until.toString(), "");
            if (random.nextBoolean()) {
                var gone = until.plusDays(random.nextInt(9));
                record(id, "disposed", gone.toString(), "\"disposal\":\"shred\",\"on\":\"%s\"".formatted(gone));
            }
        }
        mart.take(random);
        mart.hold(random, FIRST, 100, List.of("lessons", "retention"));
    }

    private void lesson(int id, String project, int deal, String outcome, String kind, String on) {
        mart.company()
                .say(
                        "delivery",
                        new UUID(18, id),
                        "lesson.collected.v1",
                        on,
                        "\"projectId\":\"%s\",\"project\":\"%s\",\"opportunityId\":\"%s\"%s,\"kind\":\"%s\",\"text\":\"t\",\"on\":\"%s\""
                                .formatted(new UUID(2, deal), project, new UUID(2, deal), outcome, kind, on));
    }

    private void filed(int id, String custodian, String on, String until, String deal) {
        record(
                id,
                "filed",
                on,
                "\"contractId\":\"%s\",\"title\":\"t\",\"custodian\":\"%s\",\"transferor\":\"t\",\"place\":\"vault 3\",\"filedOn\":\"%s\",\"retentionYears\":1,\"retainUntil\":\"%s\",\"disposal\":\"shred\"%s"
                        .formatted(new UUID(19, id), custodian, on, until, deal));
    }

    private void record(int id, String type, String on, String fields) {
        mart.company().say("delivery", new UUID(19, id), "archive-record.%s.v1".formatted(type), on, fields);
    }
}
