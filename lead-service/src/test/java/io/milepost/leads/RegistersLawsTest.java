package io.milepost.leads;

import static io.milepost.leads.customersurvey.CustomerSurveyCatalogue.CUSTOMER_SURVEY;
import static io.milepost.leads.receptionrecord.ReceptionRecordCatalogue.RECEPTION_RECORD;
import static io.milepost.leads.registerbook.RegisterBookCatalogue.RECOVERY_DUE;
import static io.milepost.leads.registerbook.RegisterBookCatalogue.REGISTER_BOOK;

import io.milepost.leads.registerbook.RegisterBook.NoteEntry;
import io.milepost.platform.testkit.Laws;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The laws of the registers of those who come and call, and of what they are asked. */
class RegistersLawsTest {
    private static final LocalDate SPRING = LocalDate.parse("2026-04-30");

    @Test
    void laws_of_the_reception_record() {
        Laws.of(RECEPTION_RECORD)
                .suggesting("source", "web", "a friend")
                .suggesting("interest", "two rooms")
                .suggesting("phone", "+1 555 0100")
                .suggesting("email", "ann@acme.example")
                .suggesting("site", "North")
                .suggesting("answers", "blue", "green")
                .suggesting("fileReference", "F-1")
                .suggesting("RecordReception.on", LocalDate.parse("2026-03-01"), SPRING)
                .suggesting("RecordReception.bookEntry", 1, 2)
                .suggesting("Book.out", true)
                .suggesting("Book.holder", "alpha")
                .suggesting("consultant", "alpha")
                .terminal("FILED")
                .check();
    }

    @Test
    void laws_of_the_register_book() {
        Laws.of(REGISTER_BOOK)
                .suggesting("number", "B-1", "b-1", "B-2")
                .suggesting("holder", "alpha")
                .suggesting("project", "North 2")
                .suggesting("fileReference", "F-1")
                .suggesting("dueOn", SPRING, SPRING.plusDays(30), SPRING.plusDays(60))
                .suggesting("counted", 0, 1)
                .repeating(NoteEntry.class)
                .waits(RECOVERY_DUE)
                .terminal("ARCHIVED")
                .check();
    }

    @Test
    void laws_of_the_customer_survey() {
        Laws.of(CUSTOMER_SURVEY)
                .suggesting("title", "North")
                .suggesting("text", "what hurts?", "which colour?")
                .suggesting("finding", "waiting", "queues")
                .suggesting("conclusion", "shorter queues")
                .suggesting("reason", "alpha")
                .suggesting("question", 1, 2)
                .suggesting("RecordSurveyFinding.on", LocalDate.parse("2026-03-01"))
                .suggesting("surveyor", "alpha")
                .terminal("CARRIED_OUT", "CANCELLED")
                .check();
    }
}
