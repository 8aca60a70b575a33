package io.milepost.leads.receptionrecord;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.registerbook.RegisterBookCatalogue.REGISTER_BOOK;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.leads.kernel.ContactKey;
import io.milepost.leads.kernel.Duties;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.receptionrecord.ReceptionRecord.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commands, events and the read view of the shared register. Every seller reads all of it; whoever has no part in sales reads none. An
 * entry of a book has its number there alone, by the tag {@code register-book-entry=}.
 */
public final class ReceptionRecordCatalogue {

    public static final Catalogue<ReceptionRecord, Command, Event> RECEPTION_RECORD = Catalogue.of(
                    "reception-record", "reception-records", ReceptionRecord.DECIDER)
            .creates(RecordReception.class, Recording::record, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(RecordReception.class, "phone", record -> ContactKey.phone(record.phone()))
            .digest(RecordReception.class, "email", record -> ContactKey.email(record.email()))
            .digest(RecordReception.class, "name", RecordReception::visitorName)
            .digest(RecordReception.class, "interest", RecordReception::interest)
            .claims(RecordReception.class, MemberCode.TAG, (_, _, record) -> MemberCode.spellings(record.consultant()))
            .claims(RecordReception.class, "register-book-entry", (_, _, record) -> Recording.bookEntries(record))
            .reads(
                    RecordReception.class,
                    () -> REGISTER_BOOK,
                    (_, record) -> record.bookId(),
                    Recording.Book.class,
                    book -> new Recording.Book(
                            book.recovered() == null, book.issued().holder()))
            .reads(
                    RecordReception.class,
                    () -> ACCOUNT,
                    (_, record) -> record.accountId(),
                    Recording.Customer.class,
                    account -> new Recording.Customer(account.managers()))
            .command(AttachQuestionnaire.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(AttachQuestionnaire.class, "answers", AttachQuestionnaire::answers)
            .command(CheckEntry.class, SALES_MANAGER, IMPORTER)
            .command(ReturnEntry.class, SALES_MANAGER)
            .command(CompleteEntry.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(
                    CompleteEntry.class,
                    "the consultant of the entry, or a sales manager",
                    (entry, occasion) -> entry == null
                            ? List.of()
                            : Duties.orManager(entry.entry().consultant(), occasion))
            .digest(CompleteEntry.class, "phone", complete -> ContactKey.phone(complete.phone()))
            .digest(CompleteEntry.class, "email", complete -> ContactKey.email(complete.email()))
            .digest(CompleteEntry.class, "name", CompleteEntry::visitorName)
            .digest(CompleteEntry.class, "interest", CompleteEntry::interest)
            .command(FileEntry.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(LinkLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    LinkLead.class,
                    () -> LEAD,
                    (_, link) -> link.leadId(),
                    Recording.KnownLead.class,
                    _ -> new Recording.KnownLead(true))
            .event(ReceptionRecorded.class, "reception-record.recorded", 1)
            .tags(ReceptionRecorded.class, ReceptionRecordCatalogue::tags)
            .personal(ReceptionRecorded.class, (id, _) -> id, "visitorName", "phone", "email", "interest")
            .event(ReceptionEscalated.class, "reception-record.escalated", 1)
            .event(QuestionnaireAttached.class, "reception-record.questionnaire-attached", 1)
            .personal(QuestionnaireAttached.class, (id, _) -> id, "answers")
            .event(RegisterEntryChecked.class, "reception-record.entry-checked", 1)
            .event(RegisterEntryReturned.class, "reception-record.entry-returned", 1)
            .personal(RegisterEntryReturned.class, (id, _) -> id, "note")
            .event(RegisterEntryCompleted.class, "reception-record.entry-completed", 1)
            .personal(RegisterEntryCompleted.class, (id, _) -> id, "visitorName", "phone", "email", "interest")
            .event(RegisterEntryFiled.class, "reception-record.entry-filed", 1)
            .event(ReceptionLedToLead.class, "reception-record.lead-linked", 1)
            .openTo(SALES_REP, SALES_MANAGER, IMPORTER, ANALYST, PRIVACY_OFFICER)
            .refusals(No.class, TEXT_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** The sales manager to whom a flagged customer is given is told that it is here. */
    public static final NoticeRule<ReceptionEscalated> ESCALATED_NOTICE = notice("flagged-customer-received")
            .on(RECEPTION_RECORD, ReceptionEscalated.class)
            .concerning(ReceptionEscalated::manager)
            .to(OWNER);

    /** The consultant is told that an entry came back. */
    public static final NoticeRule<RegisterEntryReturned> RETURNED_NOTICE = notice("register-entry-returned")
            .on(RECEPTION_RECORD, RegisterEntryReturned.class)
            .concerning(RegisterEntryReturned::consultant)
            .to(OWNER);

    private ReceptionRecordCatalogue() {}

    private static Set<Tag> tags(ReceptionRecorded recorded) {
        return recorded.bookId() == null || recorded.bookEntry() == null
                ? Set.of()
                : Set.of(new Tag("register-book-entry", recorded.bookId() + "/" + recorded.bookEntry()));
    }

    /** What of a visitor is known. */
    public record Visitor(
            @Nullable String visitorName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String source,
            @Nullable String interest) {}

    /** The questionnaire of a visit. */
    public record Questionnaire(String answers, @Nullable String reference) {}

    /**
     * What a read shows.
     *
     * @param status RECORDED, QUESTIONNAIRE_ATTACHED, RETURNED, CHECKED or FILED
     * @param late whether it was recorded after the day on which it happened
     * @param phoneKey keyed hash that all entries with the same phone have
     * @param missing what keeps the entry from passing the check
     * @param managers who receive a flagged customer
     * @param returned why it came back, while it waits for completion
     */
    public record View(
            String status,
            Manner kind,
            String site,
            LocalDate on,
            LocalDate recordedOn,
            boolean late,
            String consultant,
            String recordedBy,
            @Nullable UUID bookId,
            @Nullable Integer bookEntry,
            @Nullable UUID accountId,
            @Nullable UUID leadId,
            Visitor visitor,
            @Nullable String phoneKey,
            @Nullable String emailKey,
            @Nullable Questionnaire questionnaire,
            List<Part> missing,
            List<String> managers,
            @Nullable RegisterEntryReturned returned,
            @Nullable RegisterEntryChecked checked,
            @Nullable RegisterEntryFiled filed) {
        static View of(ReceptionRecord record) {
            var entry = record.entry();
            var attached = record.questionnaire();
            return new View(
                    record.step() == Step.RECORDED && attached != null
                            ? "QUESTIONNAIRE_ATTACHED"
                            : record.step().name(),
                    entry.kind(),
                    entry.site(),
                    entry.on(),
                    entry.recordedOn(),
                    entry.late(),
                    entry.consultant(),
                    entry.recordedBy(),
                    entry.bookId(),
                    entry.bookEntry(),
                    entry.accountId(),
                    record.leadId(),
                    new Visitor(entry.visitorName(), entry.phone(), entry.email(), entry.source(), entry.interest()),
                    entry.phoneKey(),
                    entry.emailKey(),
                    attached == null ? null : new Questionnaire(attached.answers(), attached.reference()),
                    QualityCheck.missing(record),
                    record.escalated().stream().map(ReceptionEscalated::manager).toList(),
                    record.returned(),
                    record.checked(),
                    record.filed());
        }
    }
}
