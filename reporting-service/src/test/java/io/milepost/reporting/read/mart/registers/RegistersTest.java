package io.milepost.reporting.read.mart.registers;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.reporting.read.mart.CompanyMart;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistersTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    @RegisterExtension
    final CompanyMart mart = new CompanyMart();

    @Test
    @DisplayName(
            "R-204: of each consultant it is told how many visits and calls were entered, and how many were right at once")
    void compliance() {
        recorded(1, "VISIT", "smith", "2017-01-10", false);
        recorded(2, "VISIT", "smith", "2017-01-11", true);
        recorded(3, "PHONE", "smith", "2017-01-12", false);
        recorded(4, "PHONE", "kim", "2017-04-01", false);
        entry(1, "questionnaire-attached", "2017-01-10", "\"answers\":\"sealed\"");
        entry(1, "entry-checked", "2017-01-13", "\"on\":\"2017-01-13\",\"by\":\"b\"");
        entry(
                2,
                "entry-returned",
                "2017-01-13",
                "\"missing\":[\"CONTACT\"],\"on\":\"2017-01-13\",\"by\":\"b\",\"consultant\":\"smith\"");
        entry(2, "entry-completed", "2017-01-14", "\"visitorName\":\"sealed\"");
        entry(2, "entry-checked", "2017-01-15", "\"on\":\"2017-01-15\",\"by\":\"b\"");
        entry(2, "lead-linked", "2017-01-16", "\"leadId\":\"%s\"".formatted(new UUID(1, 1)));
        mart.take(new Random(1));

        String[] columns = {
            "entries",
            "visits",
            "calls",
            "late_entries",
            "questionnaires",
            "questionnaire_rate",
            "checked_entries",
            "right_at_once",
            "returned_entries",
            "to_be_completed",
            "quality_rate",
            "entries_to_leads"
        };
        assertThat(mart.told("register-compliance", "owner", "2017-01-13", columns))
                .containsExactly("smith 3 2 1 1 1 0.5000 1 1 1 1 1.0000 0");
        assertThat(mart.told("register-compliance", "owner,for_quarter", "2017-12-31", columns))
                .containsExactly(
                        "kim 2017-Q2 1 0 1 0 0 null 0 0 0 0 null 0", "smith 2017-Q1 3 2 1 1 1 0.5000 2 1 1 0 0.5000 1");
    }

    @Test
    @DisplayName("R-204: books that are out, past their day or short of entries are told by whoever holds them")
    void books() {
        book(
                1,
                "issued",
                "2017-01-02",
                "\"number\":\"B1\",\"holder\":\"smith\",\"project\":\"P\",\"dueOn\":\"2017-02-01\",\"issuedOn\":\"2017-01-02\"");
        book(1, "recovery-scheduled", "2017-01-20", "\"dueOn\":\"2017-02-10\"");
        book(1, "found-short", "2017-01-25", "\"counted\":9,\"registered\":7,\"on\":\"2017-01-25\",\"by\":\"b\"");
        book(1, "recovered", "2017-02-12", "\"on\":\"2017-02-12\",\"by\":\"b\"");
        mart.take(new Random(1));

        String[] columns = {"books_out", "books_late", "missing_entries"};
        assertThat(mart.told("register-books", "owner", "2017-01-19", columns)).containsExactly("smith 1 0 0");
        assertThat(mart.told("register-books", "owner", "2017-02-10", columns)).containsExactly("smith 1 0 2");
        assertThat(mart.told("register-books", "owner", "2017-02-11", columns)).containsExactly("smith 1 1 2");
        assertThat(mart.told("register-books", "owner", "2017-02-12", columns)).containsExactly("smith 0 0 2");
    }

    @Test
    @DisplayName("R-204: the laws hold of the register")
    void laws() {
        var random = new Random(6);
        for (int id = 1; id <= 60; id++) {
            String on = FIRST.plusDays(random.nextInt(60)).toString();
            recorded(id, random.nextBoolean() ? "VISIT" : "PHONE", "owner-" + id % 3, on, random.nextBoolean());
            for (int step = random.nextInt(4); step > 0; step--) {
                String later = FIRST.plusDays(random.nextInt(90)).toString();
                String type = List.of("entry-checked", "entry-returned", "entry-completed", "questionnaire-attached")
                        .get(random.nextInt(4));
                entry(id, type, later, "\"on\":\"%s\",\"by\":\"b\"".formatted(later));
            }
            book(
                    id,
                    "issued",
                    on,
                    "\"number\":\"B%d\",\"holder\":\"owner-%d\",\"project\":\"P\",\"issuedOn\":\"%s\",\"dueOn\":\"%s\""
                            .formatted(id, id % 3, on, FIRST.plusDays(random.nextInt(90))));
        }
        mart.take(random);
        mart.hold(random, FIRST, 90, List.of("register-compliance", "register-books"));
    }

    private void recorded(int id, String kind, String who, String on, boolean late) {
        entry(
                id,
                "recorded",
                on,
                "\"kind\":\"%s\",\"site\":\"S\",\"on\":\"%s\",\"recordedOn\":\"%s\",\"late\":%s,\"consultant\":\"%s\",\"recordedBy\":\"r\""
                        .formatted(kind, on, on, late, who));
    }

    private void entry(int id, String type, String on, String fields) {
        mart.company().say("lead", new UUID(17, id), "reception-record.%s.v1".formatted(type), on, fields);
    }

    private void book(int id, String type, String on, String fields) {
        mart.company().say("lead", new UUID(18, id), "register-book.%s.v1".formatted(type), on, fields);
    }
}
