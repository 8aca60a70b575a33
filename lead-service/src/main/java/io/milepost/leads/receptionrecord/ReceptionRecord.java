package io.milepost.leads.receptionrecord;

import static io.milepost.leads.receptionrecord.ReceptionRecord.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came to a sales site or called: an entry of the register that all sellers share, recorded at once, checked by
 * the manager (R-030, gate G03), filed.
 *
 * @param entry what is in the register now, also what was completed since
 * @param escalated to which sales managers a flagged customer was given
 * @param step how far the entry has come; a questionnaire that is attached stays so
 * @param returned what is missing while it waits for completion
 * @param leadId the lead that it led to
 */
public record ReceptionRecord(
        ReceptionRecorded entry,
        List<ReceptionEscalated> escalated,
        @Nullable QuestionnaireAttached questionnaire,
        Step step,
        @Nullable RegisterEntryReturned returned,
        @Nullable RegisterEntryChecked checked,
        @Nullable RegisterEntryFiled filed,
        @Nullable UUID leadId) {
    static final Decider<ReceptionRecord, Command, Event> DECIDER =
            new Decider<>(ReceptionRecord::decide, ReceptionRecord::begin, ReceptionRecord::evolve);

    /**
     * Enters a visitor or a caller.
     *
     * @param site code of the sales site; kept in its one spelling, so that lists find it
     * @param on the day of the visit or call, today when absent; an earlier day is marked as late
     * @param consultant code of the member who received; who sends it when absent
     * @param bookId the consultant's register book in which the entry stands
     * @param bookEntry number of the entry in that book, which no other entry of it has
     * @param source how the visitor heard of us
     * @param interest what the visitor looks for, in free words; kept as personal data
     */
    public record RecordReception(
            Manner kind,
            String site,
            @Nullable LocalDate on,
            @Nullable String consultant,
            @Nullable UUID bookId,
            @Nullable Integer bookEntry,
            @Nullable UUID accountId,
            @Nullable String visitorName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String source,
            @Nullable @Limit(Limit.NOTE) String interest) {}

    public sealed interface Command {}

    /**
     * Attaches the questionnaire of a visitor.
     *
     * @param answers in the visitor's words; kept as personal data
     * @param reference where the paper is kept
     */
    public record AttachQuestionnaire(
            @Limit(Limit.TEXT) String answers, @Nullable String reference) implements Command {}

    /** The manager finds the entry good enough (G03). */
    public record CheckEntry() implements Command {}

    /** The manager sends a poor entry back. */
    public record ReturnEntry(
            List<Part> missing, @Nullable @Limit(Limit.NOTE) String note) implements Command {}

    /** What is given replaces what is known; what is absent stays. */
    public record CompleteEntry(
            @Nullable String visitorName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String source,
            @Nullable @Limit(Limit.NOTE) String interest)
            implements Command {}

    /**
     * Puts a checked entry into the files.
     *
     * @param fileReference by which the entry is found in the files
     */
    public record FileEntry(String fileReference) implements Command {}

    /** The visitor became a lead. */
    public record LinkLead(UUID leadId) implements Command {}

    public sealed interface Event {}

    /**
     * A visit or an enquiry by phone. Name, phone, e-mail and interest are stored sealed.
     *
     * @param late whether it was recorded after the day on which it happened
     * @param phoneKey keyed hash of the normalised phone, by which entries of one person are found
     * @param interestKey keyed hash by which the same text is known again
     */
    public record ReceptionRecorded(
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
            @Nullable String visitorName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String source,
            @Nullable String interest,
            @Nullable String phoneKey,
            @Nullable String emailKey,
            @Nullable String nameKey,
            @Nullable String interestKey)
            implements Event {}

    /**
     * A flagged customer came or called: its sales manager takes over.
     *
     * @param manager code of that manager
     */
    public record ReceptionEscalated(UUID accountId, String manager) implements Event {}

    /** The answers are stored sealed. */
    public record QuestionnaireAttached(
            String answers,
            @Nullable String reference,
            @Nullable String answersKey) implements Event {}

    public record RegisterEntryChecked(LocalDate on, String by) implements Event {}

    /**
     * Poor, for the consultant to complete. The note is stored sealed.
     *
     * @param consultant who has to complete it
     */
    public record RegisterEntryReturned(
            List<Part> missing, @Nullable String note, LocalDate on, String by, String consultant) implements Event {
        public RegisterEntryReturned {
            missing = List.copyOf(missing);
        }
    }

    /** The whole of what is known of the visitor now. Name, phone, e-mail and interest are stored sealed. */
    public record RegisterEntryCompleted(
            @Nullable String visitorName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String source,
            @Nullable String interest,
            @Nullable String phoneKey,
            @Nullable String emailKey,
            @Nullable String nameKey,
            @Nullable String interestKey)
            implements Event {}

    public record RegisterEntryFiled(String fileReference, LocalDate on) implements Event {}

    public record ReceptionLedToLead(UUID leadId) implements Event {}

    public enum No implements Refusal {
        CONSULTANT_UNKNOWN(state("no team member has the code of the consultant")),
        BOOK_UNKNOWN(state("there is no such register book")),
        BOOK_NOT_OUT(state("the register book has been recovered")),
        BOOK_OF_ANOTHER(state("the register book was issued to another consultant")),
        BOOK_ENTRY_TAKEN(state("another register entry has this number of the book")),
        ACCOUNT_UNKNOWN(state("there is no such account")),
        LEAD_UNKNOWN(state("there is no such lead")),
        LEAD_LINKED(state("the entry has led to another lead")),
        QUESTIONNAIRE_ATTACHED(state("another questionnaire is attached to the visit")),
        ENTRY_INCOMPLETE(state("something is missing in the entry")),
        ENTRY_NOT_CHECKED(state("only an entry that was checked can be filed")),
        ENTRY_NOT_RETURNED(state("only an entry that was returned is completed")),
        ENTRY_RETURNED(state("the entry has been returned for completion")),
        ENTRY_CHECKED(state("the entry has been checked")),
        ENTRY_FILED(state("the entry is filed")),
        CHECKED_BY_RECORDER(sender("who received or recorded a visitor cannot check the entry")),
        QUESTIONNAIRE_NEEDS_VISIT(rule("a questionnaire belongs to a visit, not to a call")),
        BOOK_ENTRY_INVALID(rule("an entry of a book has a number from 1 on, and a book")),
        NOTHING_RETURNED(rule("say what is missing, or a note of it"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public enum Manner {
        VISIT,
        PHONE
    }

    /** What an entry may lack. */
    public enum Part {
        CONTACT,
        INTEREST,
        SOURCE,
        QUESTIONNAIRE,
        OTHER
    }

    /** How far an entry has come. */
    enum Step {
        RECORDED,
        RETURNED,
        CHECKED,
        FILED
    }

    public ReceptionRecord {
        escalated = List.copyOf(escalated);
    }

    static Decision<Event> decide(ReceptionRecord record, Command command, Occasion occasion) {
        return switch (command) {
            case AttachQuestionnaire attach -> Recording.attach(record, attach, occasion);
            case CompleteEntry complete -> Recording.complete(record, complete, occasion);
            case CheckEntry _ -> QualityCheck.pass(record, occasion);
            case ReturnEntry back -> QualityCheck.giveBack(record, back, occasion);
            case FileEntry(var reference) -> QualityCheck.file(record, reference, occasion.today());
            case LinkLead(var lead) -> link(record, lead, occasion);
        };
    }

    static ReceptionRecord begin(Event first) {
        return new ReceptionRecord((ReceptionRecorded) first, List.of(), null, Step.RECORDED, null, null, null, null);
    }

    static ReceptionRecord evolve(ReceptionRecord record, Event event) {
        return switch (event) {
            case ReceptionRecorded _ -> record;
            case ReceptionEscalated escalated ->
                record.with(
                        record.entry,
                        Stream.concat(record.escalated.stream(), Stream.of(escalated))
                                .toList(),
                        record.leadId);
            case QuestionnaireAttached attached ->
                record.at(record.step, attached, record.returned, record.checked, null);
            case RegisterEntryChecked checked -> record.at(Step.CHECKED, record.questionnaire, null, checked, null);
            case RegisterEntryReturned returned -> record.at(Step.RETURNED, record.questionnaire, returned, null, null);
            case RegisterEntryCompleted completed ->
                record.with(Recording.completed(record.entry, completed), record.escalated, record.leadId)
                        .at(Step.RECORDED, record.questionnaire, null, null, null);
            case RegisterEntryFiled filed -> record.at(Step.FILED, record.questionnaire, null, record.checked, filed);
            case ReceptionLedToLead(var lead) -> record.with(record.entry, record.escalated, lead);
        };
    }

    private static Decision<Event> link(ReceptionRecord record, UUID lead, Occasion occasion) {
        if (record.leadId != null) {
            return record.leadId.equals(lead) ? unchanged() : refused(LEAD_LINKED);
        }
        return occasion.read(Recording.KnownLead.class).isPresent()
                ? accepted(new ReceptionLedToLead(lead))
                : refusedAt("/leadId", LEAD_UNKNOWN);
    }

    private ReceptionRecord with(ReceptionRecorded now, List<ReceptionEscalated> toManagers, @Nullable UUID lead) {
        return new ReceptionRecord(now, toManagers, questionnaire, step, returned, checked, filed, lead);
    }

    private ReceptionRecord at(
            Step now,
            @Nullable QuestionnaireAttached attached,
            @Nullable RegisterEntryReturned back,
            @Nullable RegisterEntryChecked good,
            @Nullable RegisterEntryFiled away) {
        return new ReceptionRecord(entry, escalated, attached, now, back, good, away, leadId);
    }
}
