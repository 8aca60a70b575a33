package io.milepost.reporting.inbound.lead;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Types and fields of lead-service's events on the register of visits and calls and its paper books, as reports use them; nothing of visitors. */
public final class RegisterFacts {
    public static final String SOURCE = "lead";
    public static final String RECORDED = "reception-record.recorded.v1";
    public static final String QUESTIONNAIRE = "reception-record.questionnaire-attached.v1";
    public static final String CHECKED = "reception-record.entry-checked.v1";
    public static final String RETURNED = "reception-record.entry-returned.v1";
    public static final String COMPLETED = "reception-record.entry-completed.v1";
    public static final String LINKED = "reception-record.lead-linked.v1";
    public static final String BOOK_ISSUED = "register-book.issued.v1";
    public static final String BOOK_DUE = "register-book.recovery-scheduled.v1";
    public static final String BOOK_SHORT = "register-book.found-short.v1";
    public static final String BOOK_RECOVERED = "register-book.recovered.v1";

    private RegisterFacts() {}

    /**
     * {@link #RECORDED}.
     *
     * @param kind VISIT or PHONE
     * @param late whether it was recorded on a later day than it should have been
     */
    public record Recorded(String kind, String site, LocalDate on, boolean late, String consultant) {}

    /** {@link #BOOK_ISSUED}. */
    public record BookIssued(
            String number,
            String holder,
            String project,
            @Nullable LocalDate dueOn,
            LocalDate issuedOn) {}

    /** {@link #BOOK_DUE}. */
    public record BookDue(LocalDate dueOn) {}

    /** {@link #BOOK_SHORT}: more stands in the book than in the register. */
    public record BookShort(long counted, long registered) {}

    /** {@link #BOOK_RECOVERED}. */
    public record BookRecovered(LocalDate on) {}
}
