package io.milepost.leads.administration.person;

import static io.milepost.leads.administration.person.Person.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.administration.person.ServiceAnswer.ErasedEntity;
import io.milepost.leads.administration.person.ServiceAnswer.SentReceiver;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about the data of a person, whose id it has; of the person itself nothing is said. It is erased when every service that
 * decides has said so, and partly erased until then.
 *
 * @param hold why nothing of it may be erased
 * @param erasure the latest; stays when the person is opened again
 * @param openedAgain why new data may be kept after the erasure
 */
public record Person(
        @Nullable Hold hold,
        @Nullable Erasure erasure,
        @Nullable String openedAgain) {
    static final Decider<Person, Command, Event> DECIDER = new Decider<>(Person::decide, Person::begin, Person::evolve);

    /** Those that hold something of persons, by their short names. What reporting-service has of events is nothing that is sealed. */
    static final Set<String> SERVICES = Set.of("lead", "opportunity", "contract", "delivery");

    private static final Person NEW = new Person(null, null, null);

    public sealed interface Command {}

    /**
     * Destroys the keys of the person in all services. What was not answered is asked again by it.
     *
     * @param reason names nobody: it stays
     * @param alsoUnder other ids under which something of the same person is held, such as those of a contact and an opportunity
     */
    public record ErasePerson(
            @Limit(Limit.NOTE) String reason, @Nullable List<UUID> alsoUnder) implements Command {
        public ErasePerson {
            alsoUnder = alsoUnder == null ? null : List.copyOf(alsoUnder);
        }
    }

    /** Until it is lifted, nothing of the person is erased. */
    public record PlaceHold(@Limit(Limit.NOTE) String reason) implements Command {}

    public record LiftHold(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Lets new data of an erased person be kept; what was erased stays so. */
    public record OpenPerson(@Limit(Limit.NOTE) String reason) implements Command {}

    /** A service has erased the person. */
    public record NoteAnswer(
            String service,
            int round,
            Instant at,
            List<ErasedEntity> entities,
            @Nullable List<SentReceiver> receivers) implements Command {
        public NoteAnswer {
            entities = List.copyOf(entities);
            receivers = receivers == null ? null : List.copyOf(receivers);
        }
    }

    public sealed interface Event {}

    public record PersonHeld(String reason, String heldBy) implements Event {}

    public record PersonHoldLifted(String reason, String liftedBy) implements Event {}

    /**
     * All services are asked to erase what they hold.
     *
     * @param round 1, and one more each time that it is asked again
     */
    public record PersonErasureRequested(int round, String reason, List<UUID> alsoUnder, String requestedBy, Instant at)
            implements Event {
        public PersonErasureRequested {
            alsoUnder = List.copyOf(alsoUnder);
        }
    }

    public record PersonErasureAnswered(int round, ServiceAnswer answer) implements Event {}

    /** By all services. */
    public record PersonErased(int round, Instant at) implements Event {}

    public record PersonOpenedAgain(String reason, List<UUID> alsoUnder, String openedBy) implements Event {
        public PersonOpenedAgain {
            alsoUnder = List.copyOf(alsoUnder);
        }
    }

    public enum No implements Refusal {
        LEGAL_HOLD(state("the data of the person is under a legal hold")),
        HELD_ALREADY(state("the data of the person is held for another reason")),
        NOT_HELD(state("the data of the person is not held")),
        ERASURE_BEGUN(state("the person is erased, or is being erased")),
        NOT_ERASED(state("the person is not erased")),
        ERASURE_PARTLY(state("some services have not said yet that they have erased the person"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public record Hold(String reason, String heldBy) {}

    /**
     * How far it has come.
     *
     * @param doneAt when the last service had answered
     */
    public record Erasure(
            PersonErasureRequested request,
            List<ServiceAnswer> answers,
            @Nullable Instant doneAt) {
        public Erasure {
            answers = List.copyOf(answers);
        }

        /** Who has not answered, in a fixed order. */
        List<String> missing() {
            return SERVICES.stream()
                    .filter(service -> answers.stream()
                            .noneMatch(answer -> answer.service().equals(service)))
                    .sorted()
                    .toList();
        }

        /** Done with all of these ids; or asked for in the same words at the same moment. */
        private boolean isSaidBy(ErasePerson erase, Occasion occasion) {
            boolean same =
                    request.reason().equals(erase.reason()) && request.at().equals(occasion.effectiveAt());
            return (doneAt != null || same) && new HashSet<>(request.alsoUnder()).containsAll(ids(erase));
        }

        private Erasure answered(ServiceAnswer answer) {
            return new Erasure(
                    request, Stream.concat(answers.stream(), Stream.of(answer)).toList(), doneAt);
        }
    }

    static Decision<Event> erase(ErasePerson erase, Occasion occasion) {
        return NEW.requested(erase, occasion);
    }

    static Decision<Event> placeHold(PlaceHold place, Occasion occasion) {
        return check().reason("/reason", place.reason())
                .accept(() -> new PersonHeld(place.reason(), occasion.who().name()));
    }

    static Decision<Event> decide(Person person, Command command, Occasion occasion) {
        return switch (command) {
            case ErasePerson erase -> person.erased(erase, occasion);
            case PlaceHold place -> person.held(place, occasion);
            case LiftHold(var reason) -> person.lifted(reason, occasion);
            case OpenPerson(var reason) -> person.opened(reason, occasion);
            case NoteAnswer note -> person.answered(note, occasion);
        };
    }

    static Person begin(Event first) {
        return evolve(NEW, first);
    }

    static Person evolve(Person person, Event event) {
        return switch (event) {
            case PersonHeld(var reason, var by) -> new Person(new Hold(reason, by), person.erasure, person.openedAgain);
            case PersonHoldLifted _ -> new Person(null, person.erasure, person.openedAgain);
            case PersonErasureRequested request -> new Person(person.hold, new Erasure(request, List.of(), null), null);
            case PersonErasureAnswered(var _, var answer) ->
                new Person(person.hold, person.latest().answered(answer), person.openedAgain);
            case PersonErased(var _, var at) -> {
                var latest = person.latest();
                yield new Person(person.hold, new Erasure(latest.request(), latest.answers(), at), person.openedAgain);
            }
            case PersonOpenedAgain(var reason, var _, var _) -> new Person(person.hold, person.erasure, reason);
        };
    }

    boolean isErased() {
        return erasure != null && openedAgain == null;
    }

    private Erasure latest() {
        return Objects.requireNonNull(erasure, "only what was asked for is answered");
    }

    private Decision<Event> erased(ErasePerson erase, Occasion occasion) {
        if (hold != null) {
            return refused(LEGAL_HOLD);
        }
        return erasure != null && openedAgain == null && erasure.isSaidBy(erase, occasion)
                ? unchanged()
                : requested(erase, occasion);
    }

    private Decision<Event> requested(ErasePerson erase, Occasion occasion) {
        int round = erasure == null ? 1 : erasure.request().round() + 1;
        // What was asked for once is asked for again with it, until the person is opened again.
        var before =
                erasure == null || openedAgain != null ? Stream.<UUID>empty() : erasure.request().alsoUnder().stream();
        var ids = Stream.concat(before, ids(erase).stream()).distinct().toList();
        return check().reason("/reason", erase.reason())
                .accept(() -> new PersonErasureRequested(
                        round, erase.reason(), ids, occasion.who().name(), occasion.effectiveAt()));
    }

    private Decision<Event> held(PlaceHold place, Occasion occasion) {
        if (isErased()) {
            return refused(ERASURE_BEGUN);
        }
        if (hold != null) {
            return hold.reason().equals(place.reason()) ? unchanged() : refused(HELD_ALREADY);
        }
        return placeHold(place, occasion);
    }

    private Decision<Event> lifted(String reason, Occasion occasion) {
        return hold == null
                ? refused(NOT_HELD)
                : check().reason("/reason", reason)
                        .accept(() ->
                                new PersonHoldLifted(reason, occasion.who().name()));
    }

    private Decision<Event> opened(String reason, Occasion occasion) {
        if (erasure == null) {
            return refused(NOT_ERASED);
        }
        if (openedAgain != null) {
            return openedAgain.equals(reason) ? unchanged() : refused(NOT_ERASED);
        }
        if (erasure.doneAt() == null) {
            return refused(ERASURE_PARTLY);
        }
        var ids = erasure.request().alsoUnder();
        return check().reason("/reason", reason)
                .accept(() -> new PersonOpenedAgain(reason, ids, occasion.who().name()));
    }

    /** What is answered late, of a round that was asked again meanwhile, says nothing about the latest one. */
    private Decision<Event> answered(NoteAnswer note, Occasion occasion) {
        if (erasure == null
                || erasure.request().round() != note.round()
                || !erasure.missing().contains(note.service())) {
            return unchanged();
        }
        var answered = new PersonErasureAnswered(
                note.round(), new ServiceAnswer(note.service(), note.at(), note.entities(), note.receivers()));
        return erasure.missing().size() > 1
                ? accepted(answered)
                : accepted(List.of(answered, new PersonErased(note.round(), occasion.effectiveAt())));
    }

    private static List<UUID> ids(ErasePerson erase) {
        return erase.alsoUnder() == null ? List.of() : erase.alsoUnder();
    }
}
