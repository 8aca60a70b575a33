package io.milepost.platform.command;

import io.milepost.platform.decision.Refusal;
import io.milepost.platform.externalid.ExternalId;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a {@link Request}. Faults (log not reachable) fail the future instead; nothing here is retried. */
public sealed interface Outcome {

    /** One event of a commit, as answers show it. */
    record EventRef(UUID id, String type, long position) {}

    /** Stored, now or by an earlier request with the same id (then {@code replayed}). */
    record Committed(UUID id, boolean created, long position, List<EventRef> events, boolean replayed)
            implements Outcome {
        public Committed {
            events = List.copyOf(events);
        }
    }

    /** Accepted without events: already so, or {@code validateOnly}; {@code position} is the entity's last, 0 if new. */
    record Unchanged(UUID id, long position) implements Outcome {}

    /** Refused by the domain; {@code events} are those left on record, usually none. */
    public record Refused(
            UUID id,
            String code,
            Refusal.Kind kind,
            String detail,
            @Nullable String pointer,
            long position,
            List<EventRef> events,
            boolean replayed)
            implements Outcome {
        public Refused {
            events = List.copyOf(events);
        }
    }

    /** What it leads to is more than a fact or an entity may be: 422 AMOUNT_TOO_LARGE or ENTITY_TOO_LARGE. Nothing is stored. */
    public record TooLarge(UUID id, What what, String detail) implements Outcome {
        public enum What {
            AMOUNT,
            ENTITY
        }

        public static TooLarge amount(UUID id) {
            return new TooLarge(
                    id,
                    What.AMOUNT,
                    "An amount that follows from this has more than %d digits before the point."
                            .formatted(Money.INTEGER_DIGITS));
        }

        public static TooLarge entity(UUID id, String aggregate) {
            return new TooLarge(id, What.ENTITY, "The %s would grow over what one may hold.".formatted(aggregate));
        }
    }

    /** It says something of a person who was erased: 409 PERSON_ERASED. Nothing is stored. */
    record PersonErased(UUID id) implements Outcome {}

    /** A command for an entity that does not exist: 404. */
    record Unknown(UUID id) implements Outcome {}

    /** A command for an entity that its sender may not know of: 404 like one that does not exist. */
    record Unseen(UUID id) implements Outcome {}

    /** The duty for this is another member's: 403 NOT_YOUR_DUTY. */
    record NotYourDuty(UUID id, String duty) implements Outcome {}

    /** A create for an id that is taken with another body: 409 ALREADY_EXISTS. */
    record AlreadyExists(UUID id) implements Outcome {}

    /**
     * Another entity of the kind is called so: 409 EXTERNAL_ID_TAKEN, unless this asks for what made that one.
     *
     * @param holder null where the sender may not know of it
     */
    record ExternalIdTaken(
            UUID id, ExternalId taken, @Nullable UUID holder) implements Outcome {}

    /** It would have more external ids than an entity may: 422 TOO_MANY_EXTERNAL_IDS. */
    record TooManyExternalIds(UUID id) implements Outcome {}

    /** If-Match named another position: 412. */
    record Stale(UUID id, long position) implements Outcome {}

    /** The request id was used with another command, target or body: 422 IDEMPOTENCY_KEY_REUSED. */
    record KeyReused(UUID id) implements Outcome {}

    /** The stated time is before the entity's last: 422 EFFECTIVE_TOO_EARLY. */
    record TooEarly(UUID id) implements Outcome {}

    /** The stated time is in the future, or earlier than this caller may state: 422 EFFECTIVE_NOT_ALLOWED. */
    record TimeNotAllowed(UUID id, String detail) implements Outcome {}

    /** Other requests kept changing the entity while it was tried a few times: 503, may be tried again. */
    record Contended(UUID id) implements Outcome {}
}
