package io.milepost.platform.auditrecord;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One fact about the conduct of this service. It is noted once and never changes; nothing that a caller wrote is part of it. */
public record AuditRecord(Event fact) {
    static final Decider<AuditRecord, Command, Event> DECIDER =
            new Decider<>((_, _, _) -> unchanged(), AuditRecord::new, (record, _) -> record);

    /** What the service notes by itself; nobody has a role to send it. */
    public sealed interface Command {}

    /**
     * A command was refused for who sent it.
     *
     * @param actor subject of the token
     * @param member who acted, where that is known
     * @param client by which the token was got, where it says so
     * @param command its name; {@code Batch} where a batch was refused as a whole
     * @param target the entity that it was for, where it named one
     * @param code with which it was refused; UNSEEN for an entity that the sender may not know of, which is answered NOT_FOUND
     */
    public record NoteRefusal(
            String actor,
            @Nullable String member,
            @Nullable String client,
            String command,
            @Nullable UUID target,
            String code)
            implements Command {}

    /**
     * So many more were refused than are noted one by one.
     *
     * @param actor whom, or null where there were too many to tell apart
     */
    public record NoteRefusals(@Nullable String actor, String code, long number, Instant from, Instant until)
            implements Command {}

    /**
     * An operator is about to do something that is no command of an aggregate.
     *
     * @param act such as {@code redrive-parked}
     * @param subject what it is done to: an id or the key of a record
     */
    public record NoteAct(
            String actor, @Nullable String member, @Nullable String client, String act, String subject)
            implements Command {}

    /**
     * Personal data was shown in clear.
     *
     * @param actor subject of the token, or null where there were too many to tell apart
     * @param aggregate whose entities were read
     * @param entities those that were read, up to a bound
     * @param number of all that were read
     * @param kinds of the data
     */
    public record NoteReading(
            @Nullable String actor,
            @Nullable String member,
            @Nullable String client,
            String aggregate,
            List<UUID> entities,
            long number,
            List<String> kinds,
            Instant from,
            Instant until)
            implements Command {
        public NoteReading {
            entities = List.copyOf(entities);
            kinds = List.copyOf(kinds);
        }
    }

    public sealed interface Event {}

    public record CommandRefused(
            String actor,
            @Nullable String member,
            @Nullable String client,
            String command,
            @Nullable UUID target,
            String code,
            Instant at)
            implements Event {}

    public record RefusalsCounted(@Nullable String actor, String code, long number, Instant from, Instant until)
            implements Event {}

    public record OperatorActed(
            String actor, @Nullable String member, @Nullable String client, String act, String subject, Instant at)
            implements Event {}

    public record PersonalDataDisclosed(
            @Nullable String actor,
            @Nullable String member,
            @Nullable String client,
            String aggregate,
            List<UUID> entities,
            long number,
            List<String> kinds,
            Instant from,
            Instant until)
            implements Event {
        public PersonalDataDisclosed {
            entities = List.copyOf(entities);
            kinds = List.copyOf(kinds);
        }
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        var at = occasion.effectiveAt();
        return accepted(
                switch (command) {
                    case NoteRefusal(var actor, var member, var client, var name, var target, var code) ->
                        new CommandRefused(actor, member, client, name, target, code, at);
                    case NoteRefusals(var actor, var code, var number, var from, var until) ->
                        new RefusalsCounted(actor, code, number, from, until);
                    case NoteAct(var actor, var member, var client, var act, var subject) ->
                        new OperatorActed(actor, member, client, act, subject, at);
                    case NoteReading note ->
                        new PersonalDataDisclosed(
                                note.actor(),
                                note.member(),
                                note.client(),
                                note.aggregate(),
                                note.entities(),
                                note.number(),
                                note.kinds(),
                                note.from(),
                                note.until());
                });
    }
}
