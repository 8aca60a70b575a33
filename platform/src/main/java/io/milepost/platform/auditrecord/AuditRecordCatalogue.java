package io.milepost.platform.auditrecord;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.platform.auditrecord.AuditRecord.*;
import io.milepost.platform.catalogue.Catalogue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is on record of a service's conduct, an entity each, for operators to list. Every service that decides has it. */
public final class AuditRecordCatalogue {

    public static final Catalogue<AuditRecord, Command, Event> AUDIT_RECORD = Catalogue.of(
                    "audit-record", "audit-records", AuditRecord.DECIDER)
            .notes(NoteRefusal.class, AuditRecord::note)
            .notes(NoteRefusals.class, AuditRecord::note)
            .notes(NoteAct.class, AuditRecord::note)
            .notes(NoteReading.class, AuditRecord::note)
            .event(CommandRefused.class, "audit-record.command-refused", 1)
            .event(RefusalsCounted.class, "audit-record.refusals-counted", 1)
            .event(OperatorActed.class, "audit-record.operator-acted", 1)
            .event(PersonalDataDisclosed.class, "audit-record.personal-data-disclosed", 1)
            .openTo(OPERATOR)
            .view(View.class, View::of);

    private AuditRecordCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status REFUSED, COUNTED, ACTED or READ, which says what else is there
     * @param actor subject of the token; missing where many were counted together
     * @param at when it was; the end of the time for which refusals are counted and readings gathered
     */
    public record View(
            String status,
            @Nullable String actor,
            Instant at,
            @Nullable CommandRefused refusal,
            @Nullable RefusalsCounted count,
            @Nullable OperatorActed act,
            @Nullable PersonalDataDisclosed reading) {
        static View of(AuditRecord record) {
            return switch (record.fact()) {
                case CommandRefused refusal ->
                    new View("REFUSED", refusal.actor(), refusal.at(), refusal, null, null, null);
                case RefusalsCounted count ->
                    new View("COUNTED", count.actor(), count.until(), null, count, null, null);
                case OperatorActed act -> new View("ACTED", act.actor(), act.at(), null, null, act, null);
                case PersonalDataDisclosed reading ->
                    new View("READ", reading.actor(), reading.until(), null, null, null, reading);
            };
        }
    }
}
