package io.milepost.leads.registerbook;

import static io.milepost.leads.registerbook.RegisterBook.No.*;
import static io.milepost.leads.registerbook.RegisterBookCatalogue.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.registerbook.RegisterBook.*;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegisterBookTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REGISTER_BOOK);
    private static final Scenario<RegisterBook, Command, Event> NOTHING =
            Scenario.of(REGISTER_BOOK).recording(REACHED);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate END = TODAY.plusDays(90);
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    private static final IssueBook ISSUE = new IssueBook("B 7", "KAP", "north 2", END, null);
    private static final RegisterBookIssued ISSUED =
            new RegisterBookIssued("B 7", "KAP", "NORTH 2", END, TODAY, "someone", null);
    private static final Scenario<RegisterBook, Command, Event> BOOK = NOTHING.given(ISSUED);
    private static final RegisterBookEntryNoted ENTRY = new RegisterBookEntryNoted(OTHER);
    private static final RegisterBookRecovered BACK = new RegisterBookRecovered(TODAY, "someone");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-029: a book with a number of its own is issued to a member of the directory, once")
    void is_issued() {
        NOTHING.when(ISSUE).holding("code=KAP", OTHER).then(ISSUED).when(ISSUE).thenTaken();
        NOTHING.when(ISSUE).thenRefused(HOLDER_UNKNOWN, "/holder");
        NOTHING.when(ISSUE)
                .holding("code=KAP", OTHER)
                .holding("register-book-number=B 7", OTHER)
                .thenRefused(BOOK_NUMBER_TAKEN, "/number");
        var deal = new UUID(7, 7);
        NOTHING.when(new IssueBook("B 7", "KAP", "north 2", END, deal))
                .holding("code=KAP", OTHER)
                .then(new RegisterBookIssued("B 7", "KAP", "NORTH 2", END, TODAY, "someone", deal));
        NOTHING.when(new IssueBook(" ", "KAP", "north", null, null))
                .holding("code=KAP", OTHER)
                .thenRefused(TEXT_MISSING, "/number");
        NOTHING.when(new IssueBook("B", "KAP", " ", null, null))
                .holding("code=KAP", OTHER)
                .thenRefused(TEXT_MISSING, "/project");
        NOTHING.when(new IssueBook("B", "KAP", "north", TODAY.minusDays(1), null))
                .holding("code=KAP", OTHER)
                .thenRefused(DUE_BEFORE_ISSUE, "/dueOn");
        NOTHING.when(new IssueBook("B", "KAP", "north", TODAY.plusYears(6), null))
                .holding("code=KAP", OTHER)
                .thenRefused(DAY_IMPLAUSIBLE, "/dueOn");
        assertThat(View.of(BOOK.state()).status()).isEqualTo("ISSUED");
        assertThat(View.of(BOOK.state()).project()).as("in its one spelling").isEqualTo("NORTH 2");
    }

    @Test
    @DisplayName(
            "R-029: its first entry puts it in use; it is recovered, by somebody else than its holder, and archived")
    void is_used_recovered_and_archived() {
        BOOK.when(new ArchiveBook("F-1")).thenRefused(BOOK_NOT_RECOVERED);
        var used = BOOK.when(new NoteEntry(OTHER)).then(ENTRY);
        assertThat(View.of(used.state()).status()).isEqualTo("IN_USE");
        assertThat(View.of(used.state()).out()).isTrue();
        used.when(new RecoverBook()).by("KAP").thenRefused(RECOVERED_BY_HOLDER);
        used.when(new RecoverBook()).byMember("kap").thenRefused(RECOVERED_BY_HOLDER);
        var back =
                used.when(new RecoverBook()).then(BACK).when(new RecoverBook()).thenNothing();
        assertThat(View.of(back.state()).status()).isEqualTo("RECOVERED");
        assertThat(View.of(back.state()).out()).isFalse();
        back.when(new SetRecoveryDay(END.plusDays(1))).thenRefused(BOOK_RECOVERED);
        back.when(new NoteEntry(OTHER)).then(ENTRY);
        back.when(new ArchiveBook(" ")).thenRefused(TEXT_MISSING, "/fileReference");
        var filed = back.when(new ArchiveBook("F-1"))
                .then(new RegisterBookArchived("F-1", TODAY))
                .when(new ArchiveBook("F-1"))
                .thenNothing();
        filed.when(new ArchiveBook("F-2")).thenRefused(BOOK_ARCHIVED);
        assertThat(View.of(filed.state()).status()).isEqualTo("ARCHIVED");
    }

    @Test
    @DisplayName("R-029: a book that is not back on its day is overdue, once for each day, and not once it is back")
    void recovery_is_overdue() {
        assertThat(RECOVERY_DUE.dates().apply(BOOK.state()))
                .containsExactly(DueDate.endOf(END, new FindBookMissing(END)).ownedBy("KAP"));
        var late = BOOK.when(new FindBookMissing(END))
                .then(new RegisterBookRecoveryOverdue(END))
                .when(new FindBookMissing(END))
                .thenNothing();
        assertThat(View.of(late.state()).overdue()).isTrue();
        assertThat(RECOVERY_DUE.dates().apply(late.state())).isEmpty();
        assertThat(View.of(late.given(BACK).state()).overdue()).isFalse();
        BOOK.given(BACK).when(new FindBookMissing(END)).thenNothing();
        assertThat(RECOVERY_DUE.dates().apply(BOOK.given(BACK).state())).isEmpty();
        assertThat(OVERDUE_NOTICE.to()).containsExactly(Addressee.OWNER, Addressee.MANAGER);
        assertThat(REGISTER_BOOK.ownerOf(BOOK.state())).isEqualTo("KAP");
    }

    @Test
    @DisplayName("R-029: the day on which the project ends is set later, or moved, and is waited for anew")
    void the_day_is_set_later() {
        var open = NOTHING.given(new RegisterBookIssued("B 7", "KAP", "NORTH 2", null, TODAY, "someone", null));
        assertThat(RECOVERY_DUE.dates().apply(open.state())).isEmpty();
        open.when(new SetRecoveryDay(TODAY.minusDays(1))).thenRefused(DUE_BEFORE_ISSUE, "/dueOn");
        var late = open.when(new SetRecoveryDay(END))
                .then(new RegisterBookRecoveryScheduled(END))
                .when(new SetRecoveryDay(END))
                .thenNothing()
                .given(new RegisterBookRecoveryOverdue(END));
        var moved =
                late.when(new SetRecoveryDay(END.plusDays(7))).then(new RegisterBookRecoveryScheduled(END.plusDays(7)));
        assertThat(View.of(moved.state()).overdue()).isFalse();
        assertThat(RECOVERY_DUE.dates().apply(moved.state())).hasSize(1);
        moved.when(new FindBookMissing(END)).thenNothing();
    }

    @Test
    @DisplayName("R-030, G03: a book with no more entries than the register has passes; one with more is found short")
    void its_entries_are_counted() {
        var used = BOOK.given(ENTRY, ENTRY);
        var checked = used.when(new CheckBook(2))
                .then(new RegisterBookChecked(2, 2, TODAY, "someone"))
                .when(new CheckBook(2))
                .thenNothing();
        assertThat(View.of(checked.state()).checked()).isNotNull();
        used.when(new CheckBook(3))
                .thenRefusedOnRecord(ENTRIES_MISSING, new RegisterBookFoundShort(3, 2, TODAY, "someone"));
        used.when(new CheckBook(0)).then(new RegisterBookChecked(0, 2, TODAY, "someone"));
        used.when(new CheckBook(-1)).thenRefused(COUNT_NEGATIVE, "/counted");
        used.when(new CheckBook(2)).byMember("KAP").thenRefused(CHECKED_BY_HOLDER);
        used.when(new CheckBook(3)).byMember("KAP").thenRefused(CHECKED_BY_HOLDER);
        assertThat(SHORT_NOTICE.to()).containsExactly(Addressee.OWNER);
    }
}
