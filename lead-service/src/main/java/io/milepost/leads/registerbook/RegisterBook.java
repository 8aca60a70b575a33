package io.milepost.leads.registerbook;

import static io.milepost.leads.registerbook.RegisterBook.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The register book that a consultant is given for the customers of a project: issued, in use from its first entry on, recovered
 * when the project ends, archived.
 *
 * @param due by which day it has to be back; null where the end of the project is not known yet
 * @param overdue the day for which it was found missing; null where it was not
 * @param entries how many register entries name it
 * @param checked the last count of its entries
 */
public record RegisterBook(
        RegisterBookIssued issued,
        @Nullable LocalDate due,
        @Nullable LocalDate overdue,
        int entries,
        @Nullable RegisterBookChecked checked,
        @Nullable RegisterBookRecovered recovered,
        @Nullable RegisterBookArchived archived) {
    static final Decider<RegisterBook, Command, Event> DECIDER =
            new Decider<>(RegisterBook::decide, RegisterBook::begin, RegisterBook::evolve);

    /**
     * Gives a book to a consultant.
     *
     * @param number of the book, which no other one has
     * @param holder code of the consultant
     * @param project code of the project; kept in its one spelling, so that lists find it
     * @param dueOn day by which the book has to be back, where it is known
     * @param opportunityId whose sales project it is for, which is not closed before the book is back; absent for a project without a deal
     */
    public record IssueBook(
            String number,
            String holder,
            String project,
            @Nullable LocalDate dueOn,
            @Nullable UUID opportunityId) {}

    public sealed interface Command {}

    /** The project ends on that day, or on another one than was thought. */
    public record SetRecoveryDay(LocalDate dueOn) implements Command {}

    /** Sent by the automation on a register entry that names the book. */
    public record NoteEntry(UUID entryId) implements Command {}

    /** The manager counts what stands in the paper book and holds it against the register. */
    public record CheckBook(int counted) implements Command {}

    /** The book is back. */
    public record RecoverBook() implements Command {}

    /**
     * Puts a book that is back into the archive.
     *
     * @param fileReference where the book is kept
     */
    public record ArchiveBook(String fileReference) implements Command {}

    /** Sent by the clock when the day has passed. */
    public record FindBookMissing(LocalDate dueOn) implements Command {}

    public sealed interface Event {}

    public record RegisterBookIssued(
            String number,
            String holder,
            String project,
            @Nullable LocalDate dueOn,
            LocalDate issuedOn,
            String issuedBy,
            @Nullable UUID opportunityId)
            implements Event {}

    public record RegisterBookRecoveryScheduled(LocalDate dueOn) implements Event {}

    public record RegisterBookEntryNoted(UUID entryId) implements Event {}

    /** At least as many entries are in the register as stand in the book. */
    public record RegisterBookChecked(int counted, int registered, LocalDate on, String by) implements Event {}

    /** On record: more stands in the book than in the register, for the consultant to complete (gate G03). */
    public record RegisterBookFoundShort(int counted, int registered, LocalDate on, String by) implements Event {}

    public record RegisterBookRecovered(LocalDate on, String by) implements Event {}

    public record RegisterBookArchived(String fileReference, LocalDate on) implements Event {}

    /** The day has passed and the book is not back. */
    public record RegisterBookRecoveryOverdue(LocalDate dueOn) implements Event {}

    public enum No implements Refusal {
        BOOK_NUMBER_TAKEN(state("another register book has this number")),
        HOLDER_UNKNOWN(state("no team member has the code of the holder")),
        BOOK_RECOVERED(state("the book is back already")),
        BOOK_NOT_RECOVERED(state("only a book that is back can be archived")),
        BOOK_ARCHIVED(state("the book is archived, under another reference")),
        ENTRIES_MISSING(state("more stands in the book than in the register")),
        RECOVERED_BY_HOLDER(sender("the holder of a book cannot confirm that it is back")),
        CHECKED_BY_HOLDER(sender("the holder of a book cannot check it")),
        COUNT_NEGATIVE(rule("a count cannot be negative")),
        DUE_BEFORE_ISSUE(rule("a book cannot be due before it is issued"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    static Decision<Event> issue(IssueBook issue, Occasion occasion) {
        var today = occasion.today();
        var holder = MemberCode.spellings(issue.number()).stream()
                .flatMap(number -> occasion.holderOf("register-book-number", number).stream())
                .findFirst();
        return due(
                        check().text("/number", issue.number())
                                .text("/holder", issue.holder())
                                .text("/project", issue.project())
                                .that(
                                        MemberCode.holderOf(issue.holder(), occasion)
                                                .isPresent(),
                                        "/holder",
                                        HOLDER_UNKNOWN),
                        issue.dueOn(),
                        today,
                        today)
                .that(holder.isEmpty(), "/number", BOOK_NUMBER_TAKEN)
                .accept(() -> new RegisterBookIssued(
                        issue.number(),
                        issue.holder(),
                        Codes.canonical(issue.project()),
                        issue.dueOn(),
                        today,
                        occasion.who().name(),
                        issue.opportunityId()));
    }

    private static Checks due(Checks checks, @Nullable LocalDate due, LocalDate issued, LocalDate today) {
        return checks.that(due == null || !due.isBefore(issued), "/dueOn", DUE_BEFORE_ISSUE)
                .within(NEAR, "/dueOn", due, today);
    }

    static Decision<Event> decide(RegisterBook book, Command command, Occasion occasion) {
        return switch (command) {
            case SetRecoveryDay(var due) -> book.schedule(due, occasion.today());
            case NoteEntry(var entry) -> accepted(new RegisterBookEntryNoted(entry));
            case CheckBook(var counted) -> book.count(counted, occasion);
            case RecoverBook _ -> book.recover(occasion);
            case ArchiveBook(var reference) -> book.archive(reference, occasion.today());
            case FindBookMissing(var day) ->
                book.isAwaited() && day.equals(book.due) ? accepted(new RegisterBookRecoveryOverdue(day)) : unchanged();
        };
    }

    static RegisterBook begin(Event first) {
        var issued = (RegisterBookIssued) first;
        return new RegisterBook(issued, issued.dueOn(), null, 0, null, null, null);
    }

    static RegisterBook evolve(RegisterBook book, Event event) {
        return switch (event) {
            case RegisterBookIssued _ -> book;
            case RegisterBookRecoveryScheduled(var day) -> book.with(day, null, book.entries, book.checked);
            case RegisterBookEntryNoted _ -> book.with(book.due, book.overdue, book.entries + 1, book.checked);
            case RegisterBookChecked checked -> book.with(book.due, book.overdue, book.entries, checked);
            case RegisterBookFoundShort _ -> book;
            case RegisterBookRecoveryOverdue(var day) -> book.with(book.due, day, book.entries, book.checked);
            case RegisterBookRecovered recovered ->
                new RegisterBook(book.issued, book.due, book.overdue, book.entries, book.checked, recovered, null);
            case RegisterBookArchived archived ->
                new RegisterBook(
                        book.issued, book.due, book.overdue, book.entries, book.checked, book.recovered, archived);
        };
    }

    /** Whether its day can pass: it is not back, and was not found missing for that day yet. */
    boolean isAwaited() {
        return recovered == null && due != null && !due.equals(overdue);
    }

    private Decision<Event> schedule(LocalDate day, LocalDate today) {
        if (day.equals(due)) {
            return unchanged();
        }
        return recovered != null
                ? refused(BOOK_RECOVERED)
                : due(check(), day, issued.issuedOn(), today).accept(() -> new RegisterBookRecoveryScheduled(day));
    }

    /** Entries that are noted later than they were made are missing only for a moment: the manager counts again. */
    private Decision<Event> count(int counted, Occasion occasion) {
        var by = occasion.who().name();
        if (counted > entries && !occasion.who().is(issued.holder())) {
            Refused<Event> missing =
                    refusedAt("/counted", ENTRIES_MISSING, "%d of %d are in the register".formatted(entries, counted));
            return missing.onRecord(List.of(new RegisterBookFoundShort(counted, entries, occasion.today(), by)));
        }
        var check = new RegisterBookChecked(counted, entries, occasion.today(), by);
        return check().that(counted >= 0, "/counted", COUNT_NEGATIVE)
                .that(!occasion.who().is(issued.holder()), CHECKED_BY_HOLDER)
                .then(() -> check.equals(checked) ? unchanged() : accepted(check));
    }

    private Decision<Event> recover(Occasion occasion) {
        return recovered != null
                ? unchanged()
                : check().that(!occasion.who().is(issued.holder()), RECOVERED_BY_HOLDER)
                        .accept(() -> new RegisterBookRecovered(
                                occasion.today(), occasion.who().name()));
    }

    private Decision<Event> archive(String reference, LocalDate today) {
        if (archived != null) {
            return archived.fileReference().equals(reference) ? unchanged() : refused(BOOK_ARCHIVED);
        }
        return recovered == null
                ? refused(BOOK_NOT_RECOVERED)
                : check().text("/fileReference", reference).accept(() -> new RegisterBookArchived(reference, today));
    }

    private RegisterBook with(
            @Nullable LocalDate day, @Nullable LocalDate missing, int noted, @Nullable RegisterBookChecked counted) {
        return new RegisterBook(issued, day, missing, noted, counted, recovered, archived);
    }
}
