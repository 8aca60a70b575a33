package io.milepost.platform.privacy;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person, whose id it has, was erased in this service: nobody opens what its events say of it any more.
 *
 * @param round of the request that was carried out last
 * @param entities whose events are concerned
 * @param receivers outside of the suite to which such events were sent; null in answers from before they were named
 */
public record Erasure(
        int round,
        Instant at,
        List<Affected> entities,
        @Nullable List<Receiver> receivers) {
    static final Decider<Erasure, Command, Event> DECIDER =
            new Decider<>(Erasure::decide, Erasure::begin, (_, event) -> begin(event));

    public Erasure {
        entities = List.copyOf(entities);
        receivers = receivers == null ? null : List.copyOf(receivers);
    }

    /** What the service notes by itself; nobody has a role to send it. */
    public sealed interface Command {}

    /** The keys are gone, in the store and in the memory of every instance. */
    public record NoteErasure(int round, List<Affected> entities, List<Receiver> receivers) implements Command {
        public NoteErasure {
            entities = List.copyOf(entities);
            receivers = List.copyOf(receivers);
        }
    }

    public sealed interface Event {}

    /** The person is erased here. */
    public record ErasureCarriedOut(
            int round,
            Instant at,
            List<Affected> entities,
            @Nullable List<Receiver> receivers) implements Event {
        public ErasureCarriedOut {
            entities = List.copyOf(entities);
            receivers = receivers == null ? null : List.copyOf(receivers);
        }
    }

    /**
     * An entity that said something of the person.
     *
     * @param sealed positions of events in which a text of the person opens no more
     * @param open positions of events from before a field was sealed, whose texts stand in the log as they were
     */
    public record Affected(String aggregate, UUID entity, List<Long> sealed, List<Long> open) {
        public Affected {
            sealed = List.copyOf(sealed);
            open = List.copyOf(open);
        }
    }

    /**
     * A webhook that was sent events in which texts of the person stand, sealed or open as they stand in the log.
     *
     * @param urls under which it was to be reached, the latest last
     * @param sent positions of events that left for it
     * @param perhaps positions of events that it was to be sent, where nothing tells any more whether it was, or not yet
     */
    public record Receiver(UUID webhook, String name, List<String> urls, List<Long> sent, List<Long> perhaps) {
        public Receiver {
            urls = List.copyOf(urls);
            sent = List.copyOf(sent);
            perhaps = List.copyOf(perhaps);
        }
    }

    static Decision<Event> first(Command command, Occasion occasion) {
        return switch (command) {
            case NoteErasure(var round, var entities, var receivers) ->
                accepted(new ErasureCarriedOut(round, occasion.effectiveAt(), entities, receivers));
        };
    }

    static Decision<Event> decide(Erasure erasure, Command command, Occasion occasion) {
        return switch (command) {
            case NoteErasure note when note.round() <= erasure.round -> unchanged();
            case NoteErasure note -> first(note, occasion);
        };
    }

    static Erasure begin(Event event) {
        return switch (event) {
            case ErasureCarriedOut(var round, var at, var entities, var receivers) ->
                new Erasure(round, at, entities, receivers);
        };
    }
}
