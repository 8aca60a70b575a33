package io.milepost.leads.administration.person;

import static io.milepost.platform.catalogue.Role.PRIVACY_OFFICER;
import static io.milepost.platform.decision.Usual.REASON_MISSING;

import io.milepost.leads.administration.person.Person.*;
import io.milepost.platform.catalogue.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decisions about a person's data, and what a read shows of them: the certificate of its erasure. */
public final class PersonCatalogue {

    public static final Catalogue<Person, Command, Event> PERSON = Catalogue.of(
                    Catalogue.PERSON, "persons", Person.DECIDER)
            .begins(ErasePerson.class, Person::erase, PRIVACY_OFFICER)
            .begins(PlaceHold.class, Person::placeHold, PRIVACY_OFFICER)
            .command(LiftHold.class, PRIVACY_OFFICER)
            .command(OpenPerson.class, PRIVACY_OFFICER)
            .command(NoteAnswer.class)
            .event(PersonHeld.class, "person.held", 1)
            .event(PersonHoldLifted.class, "person.hold-lifted", 1)
            .event(PersonErasureRequested.class, "person.erasure-requested", 1)
            .event(PersonErasureAnswered.class, "person.erasure-answered", 1)
            .event(PersonErased.class, "person.erased", 1)
            .event(PersonOpenedAgain.class, "person.opened-again", 1)
            .openTo(PRIVACY_OFFICER)
            .refusals(No.class, REASON_MISSING)
            .view(Certificate.class, Certificate::of);

    private PersonCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status HELD, PARTLY, ERASED, or OPEN where nothing stands in the way of new data
     * @param hold why nothing may be erased, while there is a legal hold
     * @param round how often the erasure was asked for
     * @param reason of the latest erasure
     * @param alsoUnder other ids that are erased with it
     * @param erasedAt when the last service had answered
     * @param openedAgain why new data may be kept after the erasure
     * @param services what each service has answered in the latest round
     * @param missing services that have not answered yet; it is asked again by another request
     */
    public record Certificate(
            String status,
            @Nullable String hold,
            @Nullable Integer round,
            @Nullable String reason,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            List<UUID> alsoUnder,
            @Nullable Instant erasedAt,
            @Nullable String openedAgain,
            List<ServiceAnswer> services,
            List<String> missing) {
        public Certificate {
            alsoUnder = List.copyOf(alsoUnder);
            services = List.copyOf(services);
            missing = List.copyOf(missing);
        }

        static Certificate of(Person person) {
            var hold = person.hold() == null ? null : person.hold().reason();
            var erasure = person.erasure();
            if (erasure == null) {
                return new Certificate(
                        hold == null ? "OPEN" : "HELD",
                        hold,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of());
            }
            var request = erasure.request();
            return new Certificate(
                    statusOf(person, erasure),
                    hold,
                    request.round(),
                    request.reason(),
                    request.requestedBy(),
                    request.at(),
                    request.alsoUnder(),
                    erasure.doneAt(),
                    person.openedAgain(),
                    erasure.answers(),
                    erasure.missing());
        }

        private static String statusOf(Person person, Erasure erasure) {
            if (person.isErased()) {
                return erasure.doneAt() == null ? "PARTLY" : "ERASED";
            }
            return person.hold() == null ? "OPEN" : "HELD";
        }
    }
}
