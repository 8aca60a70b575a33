package io.milepost.leads.registerbook;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.registerbook.RegisterBook.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Commands, events and the read view of a register book. Its number is its alone by the tag {@code register-book-number=}. */
public final class RegisterBookCatalogue {

    public static final Catalogue<RegisterBook, Command, Event> REGISTER_BOOK = Catalogue.of(
                    "register-book", "register-books", RegisterBook.DECIDER)
            .creates(IssueBook.class, RegisterBook::issue, SALES_MANAGER, IMPORTER)
            .claims(IssueBook.class, MemberCode.TAG, (_, _, issue) -> MemberCode.spellings(issue.holder()))
            .claims(IssueBook.class, "register-book-number", (_, _, issue) -> MemberCode.spellings(issue.number()))
            .command(SetRecoveryDay.class, SALES_MANAGER, IMPORTER)
            .command(NoteEntry.class)
            .command(CheckBook.class, SALES_MANAGER)
            .command(RecoverBook.class, SALES_MANAGER, IMPORTER)
            .command(ArchiveBook.class, SALES_MANAGER, IMPORTER)
            .command(FindBookMissing.class)
            .event(RegisterBookIssued.class, "register-book.issued", 1)
            .tags(
                    RegisterBookIssued.class,
                    issued -> MemberCode.spellings(issued.number()).stream()
                            .map(number -> new Tag("register-book-number", number))
                            .collect(Collectors.toSet()))
            .event(RegisterBookRecoveryScheduled.class, "register-book.recovery-scheduled", 1)
            .event(RegisterBookEntryNoted.class, "register-book.entry-noted", 1)
            .event(RegisterBookChecked.class, "register-book.checked", 1)
            .event(RegisterBookFoundShort.class, "register-book.found-short", 1)
            .event(RegisterBookRecovered.class, "register-book.recovered", 1)
            .event(RegisterBookArchived.class, "register-book.archived", 1)
            .event(RegisterBookRecoveryOverdue.class, "register-book.recovery-overdue", 1)
            .ownedBy(book -> book.issued().holder())
            .refusals(No.class, TEXT_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** A book that is not back when its day has ended is found missing. */
    public static final Due<RegisterBook> RECOVERY_DUE =
            new Due<>("register-book-recovery", REGISTER_BOOK, FindBookMissing.class, book -> {
                var due = book.due();
                return due != null && book.isAwaited()
                        ? List.of(DueDate.endOf(due, new FindBookMissing(due))
                                .ownedBy(book.issued().holder()))
                        : List.of();
            });

    /** Who has the book, and the manager, are told that it is overdue. */
    public static final NoticeRule<RegisterBookRecoveryOverdue> OVERDUE_NOTICE = notice("register-book-overdue")
            .on(REGISTER_BOOK, RegisterBookRecoveryOverdue.class)
            .to(OWNER, MANAGER);

    /** Who has the book is told that entries are missing in the register. */
    public static final NoticeRule<RegisterBookFoundShort> SHORT_NOTICE = notice("register-book-short")
            .on(REGISTER_BOOK, RegisterBookFoundShort.class)
            .to(OWNER);

    private RegisterBookCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status ISSUED, IN_USE, RECOVERED or ARCHIVED
     * @param out whether the book is still to be recovered
     * @param overdue whether it was not back on its day
     * @param entries how many register entries name it
     */
    public record View(
            String status,
            String number,
            String holder,
            String project,
            boolean out,
            @Nullable LocalDate dueOn,
            boolean overdue,
            LocalDate issuedOn,
            int entries,
            @Nullable RegisterBookChecked checked,
            @Nullable RegisterBookRecovered recovered,
            @Nullable RegisterBookArchived archived,
            @Nullable UUID opportunityId) {
        static View of(RegisterBook book) {
            var issued = book.issued();
            return new View(
                    status(book),
                    issued.number(),
                    issued.holder(),
                    issued.project(),
                    book.recovered() == null,
                    book.due(),
                    book.recovered() == null && book.overdue() != null,
                    issued.issuedOn(),
                    book.entries(),
                    book.checked(),
                    book.recovered(),
                    book.archived(),
                    issued.opportunityId());
        }

        private static String status(RegisterBook book) {
            if (book.archived() != null) {
                return "ARCHIVED";
            }
            if (book.recovered() != null) {
                return "RECOVERED";
            }
            return book.entries() > 0 ? "IN_USE" : "ISSUED";
        }
    }
}
