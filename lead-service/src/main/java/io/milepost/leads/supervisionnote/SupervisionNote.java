package io.milepost.leads.supervisionnote;

import static io.milepost.leads.supervisionnote.SupervisionNote.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What supervision found about one of the own staff, as recorded or corrected last. */
public record SupervisionNote(SupervisionNoteRecorded recorded, String finding, int corrections) {
    static final Decider<SupervisionNote, Command, Event> DECIDER =
            new Decider<>(SupervisionNote::decide, SupervisionNote::begin, SupervisionNote::evolve);

    /**
     * Notes a finding.
     *
     * @param member code of the member whom it is about
     * @param on the day of which it is; today when absent
     */
    public record RecordSupervisionNote(
            String member,
            Aspect aspect,
            @Limit(Limit.NOTE) String finding,
            @Nullable LocalDate on) {}

    public sealed interface Command {}

    /** The finding was noted wrongly; the history keeps both. What is sealed cannot be compared, so the same again is noted again. */
    public record CorrectSupervisionNote(
            @Limit(Limit.NOTE) String finding,
            @Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {}

    public record SupervisionNoteRecorded(String member, Aspect aspect, String finding, LocalDate on, String recordedBy)
            implements Event {}

    public record SupervisionNoteCorrected(String finding, String reason, String correctedBy) implements Event {}

    public enum No implements Refusal {
        NOTE_MEMBER_UNKNOWN(state("no team member has the code, or the one that had it has left")),
        OWN_CONDUCT(sender("nobody supervises themselves"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What is looked at. */
    public enum Aspect {
        ATTENDANCE,
        CONDUCT,
        POLICY
    }

    static Decision<Event> start(RecordSupervisionNote start, Occasion occasion) {
        var on = start.on() == null ? occasion.today() : start.on();
        return check().that(MemberCode.holderOf(start.member(), occasion).isPresent(), "/member", NOTE_MEMBER_UNKNOWN)
                .that(!occasion.who().is(start.member()), "/member", OWN_CONDUCT)
                .text("/finding", start.finding())
                .notAfter("/on", on, occasion.today())
                .within(NEAR, "/on", on, occasion.today())
                .accept(() -> new SupervisionNoteRecorded(
                        start.member(),
                        start.aspect(),
                        start.finding(),
                        on,
                        occasion.who().name()));
    }

    static Decision<Event> decide(SupervisionNote note, Command command, Occasion occasion) {
        return switch (command) {
            case CorrectSupervisionNote(var finding, var reason) ->
                occasion.who().is(note.recorded.member())
                        ? refused(OWN_CONDUCT)
                        : check().text("/finding", finding)
                                .reason("/reason", reason)
                                .then(() -> occasion.isSame(note.finding, finding)
                                        ? unchanged()
                                        : accepted(new SupervisionNoteCorrected(
                                                finding, reason, occasion.who().name())));
        };
    }

    static SupervisionNote begin(Event first) {
        var recorded = (SupervisionNoteRecorded) first;
        return new SupervisionNote(recorded, recorded.finding(), 0);
    }

    static SupervisionNote evolve(SupervisionNote note, Event event) {
        return switch (event) {
            case SupervisionNoteRecorded _ -> note;
            case SupervisionNoteCorrected corrected ->
                new SupervisionNote(note.recorded, corrected.finding(), note.corrections + 1);
        };
    }
}
