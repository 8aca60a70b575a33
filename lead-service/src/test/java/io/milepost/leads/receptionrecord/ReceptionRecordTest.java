package io.milepost.leads.receptionrecord;

import static io.milepost.leads.receptionrecord.ReceptionRecord.No.*;
import static io.milepost.leads.receptionrecord.ReceptionRecordCatalogue.*;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.receptionrecord.ReceptionRecord.*;
import io.milepost.leads.receptionrecord.Recording.Book;
import io.milepost.leads.receptionrecord.Recording.Customer;
import io.milepost.leads.receptionrecord.Recording.KnownLead;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReceptionRecordTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(RECEPTION_RECORD);
    private static final Scenario<ReceptionRecord, Command, Event> NOBODY =
            Scenario.of(RECEPTION_RECORD).recording(REACHED);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID BOOK = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    private static final RecordReception VISIT = visit(Manner.VISIT, null, null, null, null, null);
    private static final ReceptionRecorded VISITED = recorded(Manner.VISIT, TODAY, "someone", null, null, null);
    private static final Scenario<ReceptionRecord, Command, Event> VISITOR = NOBODY.given(VISITED);
    private static final Scenario<ReceptionRecord, Command, Event> CALLER =
            NOBODY.given(recorded(Manner.PHONE, TODAY, "someone", null, null, null));
    private static final QuestionnaireAttached ANSWERS = new QuestionnaireAttached("blue", "Q-1", "ha");
    private static final RegisterEntryChecked CHECKED = new RegisterEntryChecked(TODAY, "boss");
    private static final ReturnEntry RETURN = new ReturnEntry(List.of(Part.SOURCE, Part.SOURCE), "how did he hear?");
    private static final RegisterEntryReturned RETURNED =
            new RegisterEntryReturned(List.of(Part.SOURCE), "how did he hear?", TODAY, "boss", "someone");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-024: a visitor is entered at once by whoever receives; an entry of an earlier day is marked as late")
    void a_visitor_is_entered() {
        entered(VISIT).then(VISITED).when(VISIT).thenTaken();
        var yesterday = visit(Manner.VISIT, TODAY.minusDays(1), null, null, null, null);
        var late = entered(yesterday).then(recorded(Manner.VISIT, TODAY.minusDays(1), "someone", null, null, null));
        assertThat(View.of(late.state()).late()).isTrue();
        assertThat(View.of(VISITOR.state()).late()).isFalse();
        entered(visit(Manner.VISIT, TODAY.plusDays(1), null, null, null, null)).thenRefused(DAY_IN_FUTURE, "/on");
        entered(visit(Manner.VISIT, TODAY.minusYears(51), null, null, null, null))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
        entered(visit(Manner.VISIT, null, "KAP", null, null, null)).thenRefused(CONSULTANT_UNKNOWN, "/consultant");
        entered(visit(Manner.VISIT, null, "KAP", null, null, null))
                .holding("code=KAP", OTHER)
                .then(recorded(Manner.VISIT, TODAY, "KAP", null, null, null));
        NOBODY.when(new RecordReception(Manner.VISIT, " ", null, null, null, null, null, null, null, null, null, null))
                .thenRefused(TEXT_MISSING, "/site");
    }

    @Test
    @DisplayName("R-024: every seller reads the whole register, and whoever has no part in sales reads none of it")
    void all_sellers_share_the_register() {
        assertThat(RECEPTION_RECORD.readers())
                .contains(Role.SALES_REP, Role.SALES_MANAGER)
                .doesNotContain(Role.FINANCE, Role.DELIVERY_MANAGER);
        assertThat(RECEPTION_RECORD.ownerOf(VISITOR.state())).isNull();
    }

    @Test
    @DisplayName("R-025: a questionnaire is attached to a visit, once, and to no call")
    void a_questionnaire_is_attached() {
        var attach = new AttachQuestionnaire("blue", "Q-1");
        var asked = VISITOR.when(attach)
                .digest("answers", "ha")
                .then(ANSWERS)
                .when(attach)
                .digest("answers", "ha")
                .thenNothing();
        assertThat(View.of(asked.state()).status()).isEqualTo("QUESTIONNAIRE_ATTACHED");
        asked.when(new AttachQuestionnaire("green", "Q-1"))
                .digest("answers", "hb")
                .thenRefused(ReceptionRecord.No.QUESTIONNAIRE_ATTACHED);
        VISITOR.when(new AttachQuestionnaire(" ", null)).thenRefused(TEXT_MISSING, "/answers");
        CALLER.when(attach).thenRefused(QUESTIONNAIRE_NEEDS_VISIT);
    }

    @Test
    @DisplayName("R-026: a call is an entry of the same register, and needs no questionnaire to pass")
    void a_call_is_entered() {
        assertThat(View.of(CALLER.state()).kind()).isEqualTo(Manner.PHONE);
        var filed = CALLER.when(new CheckEntry())
                .by("boss")
                .then(CHECKED)
                .when(new FileEntry("F-9"))
                .then(new RegisterEntryFiled("F-9", TODAY));
        filed.when(new AttachQuestionnaire("blue", null)).thenRefused(QUESTIONNAIRE_NEEDS_VISIT);
    }

    @Test
    @DisplayName("R-029: an entry stands in a book that is out, of the consultant's own, under a number of its own")
    void an_entry_belongs_to_an_issued_book() {
        var booked = visit(Manner.VISIT, null, null, BOOK, 12, null);
        var mine = new Book(true, "SOMEONE");
        entered(booked).reading(mine).then(recorded(Manner.VISIT, TODAY, "someone", BOOK, 12, null));
        entered(booked).thenRefused(BOOK_UNKNOWN, "/bookId");
        entered(booked).reading(new Book(false, "someone")).thenRefused(BOOK_NOT_OUT, "/bookId");
        entered(booked).reading(new Book(true, "KAP")).thenRefused(BOOK_OF_ANOTHER, "/bookId");
        entered(booked)
                .reading(mine)
                .holding("register-book-entry=" + BOOK + "/12", OTHER)
                .thenRefused(BOOK_ENTRY_TAKEN, "/bookEntry");
        entered(visit(Manner.VISIT, null, null, BOOK, 0, null))
                .reading(mine)
                .thenRefused(BOOK_ENTRY_INVALID, "/bookEntry");
        entered(visit(Manner.VISIT, null, null, null, 12, null)).thenRefused(BOOK_ENTRY_INVALID, "/bookEntry");
        entered(visit(Manner.VISIT, null, null, BOOK, null, null))
                .reading(mine)
                .then(recorded(Manner.VISIT, TODAY, "someone", BOOK, null, null));
    }

    @Test
    @DisplayName("R-036: a flagged customer who comes or calls is given to its sales managers, another one to nobody")
    void a_flagged_customer_is_escalated() {
        var known = visit(Manner.VISIT, null, null, null, null, OTHER);
        var entry = recorded(Manner.VISIT, TODAY, "someone", null, null, OTHER);
        var escalated = entered(known)
                .reading(new Customer(List.of("MIA", "NOA")))
                .then(entry, new ReceptionEscalated(OTHER, "MIA"), new ReceptionEscalated(OTHER, "NOA"));
        assertThat(View.of(escalated.state()).managers()).containsExactly("MIA", "NOA");
        entered(known).reading(new Customer(List.of())).then(entry);
        entered(known).thenRefused(ACCOUNT_UNKNOWN, "/accountId");
    }

    @Test
    @DisplayName("R-030, G03: the manager passes a complete entry, and none in which something is missing")
    void a_complete_entry_passes() {
        var complete = VISITOR.given(ANSWERS);
        var checked = complete.when(new CheckEntry())
                .by("boss")
                .then(CHECKED)
                .when(new CheckEntry())
                .by("boss")
                .thenNothing();
        assertThat(View.of(checked.state()).status()).isEqualTo("CHECKED");
        VISITOR.when(new CheckEntry()).by("boss").thenRefused(ENTRY_INCOMPLETE);
        assertThat(View.of(VISITOR.state()).missing()).containsExactly(Part.QUESTIONNAIRE);
        var bare = NOBODY.given(new ReceptionRecorded(
                Manner.PHONE,
                "NORTH",
                TODAY,
                TODAY,
                false,
                "someone",
                "someone",
                null,
                null,
                null,
                null,
                "x",
                null,
                null,
                null,
                null,
                null,
                null,
                null));
        assertThat(View.of(bare.state()).missing()).containsExactly(Part.CONTACT, Part.INTEREST, Part.SOURCE);
        complete.when(new CheckEntry()).by("someone").thenRefused(CHECKED_BY_RECORDER);
        complete.when(RETURN).by("someone").thenRefused(CHECKED_BY_RECORDER);
        checked.when(new AttachQuestionnaire("green", null))
                .digest("answers", "hb")
                .thenRefused(ReceptionRecord.No.QUESTIONNAIRE_ATTACHED);
    }

    @Test
    @DisplayName("R-030, G03: a poor entry goes back with what is missing, is completed, and is checked again")
    void a_poor_entry_goes_back() {
        var returned = VISITOR.given(ANSWERS).when(RETURN).by("boss").then(RETURNED);
        assertThat(View.of(returned.state()).status()).isEqualTo("RETURNED");
        returned.when(RETURN).by("boss").thenRefused(ENTRY_RETURNED);
        returned.when(new CheckEntry()).by("boss").thenRefused(ENTRY_RETURNED);
        returned.when(new FileEntry("F-1")).thenRefused(ENTRY_NOT_CHECKED);
        returned.when(new CompleteEntry(null, null, null, " ", null)).thenRefused(TEXT_MISSING, "/source");
        var completed = returned.when(new CompleteEntry(null, "+2", null, "a friend", null))
                .digest("phone", "h2")
                .then(new RegisterEntryCompleted("Ann", "+2", null, "a friend", "two rooms", "h2", null, "hn", "hi"));
        assertThat(View.of(completed.state()).status()).isEqualTo("QUESTIONNAIRE_ATTACHED");
        assertThat(View.of(completed.state()).visitor().source()).isEqualTo("a friend");
        assertThat(View.of(completed.state()).phoneKey()).isEqualTo("h2");
        completed.when(new CompleteEntry(null, null, null, "web", null)).thenRefused(ENTRY_NOT_RETURNED);
        completed
                .when(new CheckEntry())
                .by("boss")
                .then(CHECKED)
                .when(RETURN)
                .by("boss")
                .then(RETURNED);
        VISITOR.when(new ReturnEntry(List.of(), null)).by("boss").thenRefused(NOTHING_RETURNED, "/missing");
        VISITOR.when(new ReturnEntry(List.of(), " ")).by("boss").thenRefused(TEXT_MISSING, "/note");
    }

    @Test
    @DisplayName("R-031: only a checked entry is filed, under a reference, and stays as it is")
    void a_checked_entry_is_filed() {
        var checked = VISITOR.given(ANSWERS, CHECKED);
        VISITOR.when(new FileEntry("F-1")).thenRefused(ENTRY_NOT_CHECKED);
        checked.when(new FileEntry(" ")).thenRefused(TEXT_MISSING, "/fileReference");
        NOBODY.given(VISITED, CHECKED)
                .when(new AttachQuestionnaire("blue", null))
                .thenRefused(ENTRY_CHECKED);
        var filed = checked.when(new FileEntry("F-1"))
                .then(new RegisterEntryFiled("F-1", TODAY))
                .when(new FileEntry("F-1"))
                .thenNothing();
        filed.when(new FileEntry("F-2")).thenRefused(ENTRY_FILED);
        filed.when(RETURN).by("boss").thenRefused(ENTRY_FILED);
        filed.when(new CheckEntry()).by("boss").thenRefused(ENTRY_FILED);
        assertThat(View.of(filed.state()).status()).isEqualTo("FILED");
    }

    @Test
    @DisplayName("R-024: an entry may lead to a lead that there is, and to one only")
    void it_leads_to_a_lead() {
        var linked = VISITOR.when(new LinkLead(OTHER))
                .reading(new KnownLead(true))
                .then(new ReceptionLedToLead(OTHER))
                .when(new LinkLead(OTHER))
                .thenNothing();
        linked.when(new LinkLead(BOOK)).reading(new KnownLead(true)).thenRefused(LEAD_LINKED);
        VISITOR.when(new LinkLead(OTHER)).thenRefused(LEAD_UNKNOWN, "/leadId");
    }

    private static Scenario.Attempt<ReceptionRecord, Command, Event> entered(RecordReception reception) {
        return NOBODY.when(reception).digest("phone", "hp").digest("name", "hn").digest("interest", "hi");
    }

    private static RecordReception visit(
            Manner kind, LocalDate on, String consultant, UUID book, Integer number, UUID account) {
        return new RecordReception(
                kind, "north", on, consultant, book, number, account, "Ann", "+1", null, "web", "two rooms");
    }

    private static ReceptionRecorded recorded(
            Manner kind, LocalDate on, String consultant, UUID book, Integer number, UUID account) {
        return new ReceptionRecorded(
                kind,
                "NORTH",
                on,
                TODAY,
                on.isBefore(TODAY),
                consultant,
                "someone",
                book,
                number,
                account,
                "Ann",
                "+1",
                null,
                "web",
                "two rooms",
                "hp",
                null,
                "hn",
                "hi");
    }

    @Test
    @DisplayName("R-030, R-189: a poor entry is completed by its consultant or a sales manager")
    void is_completed_by_its_consultant() {
        var work = NOBODY.given(recorded(Manner.VISIT, TODAY, "KAP", null, null, null))
                .given(RETURNED)
                .when(new CompleteEntry(null, null, null, "a friend", null));
        work.byMember("stranger").inRole(SALES_REP).thenNotYourDuty();
        assertThat(work.byMember("kap").inRole(SALES_REP).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(work.byMember("boss").inRole(SALES_MANAGER).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(work.unbound().decision()).isInstanceOf(Decision.Accepted.class);
    }
}
