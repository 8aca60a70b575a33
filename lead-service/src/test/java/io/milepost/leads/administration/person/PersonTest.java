package io.milepost.leads.administration.person;

import static io.milepost.leads.administration.person.Person.No.*;
import static io.milepost.leads.administration.person.PersonCatalogue.PERSON;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.administration.person.Person.*;
import io.milepost.leads.administration.person.PersonCatalogue.Certificate;
import io.milepost.leads.administration.person.ServiceAnswer.ErasedEntity;
import io.milepost.leads.administration.person.ServiceAnswer.SentReceiver;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-187: what is decided about the data of a person")
class PersonTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(PERSON);
    private static final Scenario<Person, Command, Event> NOTHING =
            Scenario.of(PERSON).recording(REACHED);
    private static final String BY = "kim";
    private static final UUID CONTACT = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final List<ErasedEntity> LEAD =
            List.of(new ErasedEntity("lead", Scenario.ID, List.of(3L, 5L), List.of()));
    private static final List<SentReceiver> RECEIVERS =
            List.of(new SentReceiver(CONTACT, "ERP", List.of("https://erp.example/hooks"), List.of(3L), List.of(5L)));
    private static final PersonErasureRequested ASKED =
            new PersonErasureRequested(1, "asked by letter", List.of(CONTACT), BY, Scenario.NOW);
    private static final Scenario<Person, Command, Event> PARTLY =
            NOTHING.given(ASKED, answered("lead"), answered("opportunity"), answered("contract"));
    private static final Scenario<Person, Command, Event> ERASED =
            PARTLY.given(answered("delivery"), new PersonErased(1, Scenario.NOW));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    void an_erasure_is_asked_for_with_a_reason() {
        NOTHING.when(new ErasePerson("asked by letter", List.of(CONTACT)))
                .by(BY)
                .then(ASKED)
                .when(new ErasePerson("asked by letter", null))
                .thenNothing();
        NOTHING.when(new ErasePerson(" ", null)).thenRefused(REASON_MISSING, "/reason");
        assertThat(certificate(NOTHING.given(ASKED)).status()).isEqualTo("PARTLY");
        assertThat(certificate(NOTHING.given(ASKED)).missing())
                .containsExactly("contract", "delivery", "lead", "opportunity");
    }

    @Test
    void nothing_is_erased_under_a_legal_hold_until_it_is_lifted() {
        var held = NOTHING.given(new PersonHeld("tax audit", BY));
        held.when(new ErasePerson("asked by letter", null)).thenRefused(LEGAL_HOLD);
        assertThat(certificate(held).status()).isEqualTo("HELD");
        held.given(new PersonHoldLifted("audit closed", BY))
                .when(new ErasePerson("asked by letter", null))
                .by(BY)
                .then(new PersonErasureRequested(1, "asked by letter", List.of(), BY, Scenario.NOW));
        held.when(new LiftHold("audit closed")).by(BY).then(new PersonHoldLifted("audit closed", BY));
        held.when(new LiftHold("")).thenRefused(REASON_MISSING, "/reason");
        held.given(new PersonHoldLifted("audit closed", BY))
                .when(new LiftHold("audit closed"))
                .thenRefused(NOT_HELD);
    }

    @Test
    void a_hold_has_one_reason_and_comes_before_the_erasure() {
        NOTHING.when(new PlaceHold("tax audit")).by(BY).then(new PersonHeld("tax audit", BY));
        NOTHING.when(new PlaceHold(" ")).thenRefused(REASON_MISSING, "/reason");
        var held = NOTHING.given(new PersonHeld("tax audit", BY));
        held.when(new PlaceHold("tax audit")).thenNothing();
        held.when(new PlaceHold("law suit")).thenRefused(HELD_ALREADY);
        PARTLY.when(new PlaceHold("tax audit")).thenRefused(ERASURE_BEGUN);
        ERASED.when(new PlaceHold("tax audit")).thenRefused(ERASURE_BEGUN);
        ERASED.given(new PersonOpenedAgain("buys again", List.of(CONTACT), BY))
                .when(new PlaceHold("tax audit"))
                .by(BY)
                .then(new PersonHeld("tax audit", BY));
    }

    @Test
    void it_is_partly_erased_until_every_service_has_answered() {
        assertThat(certificate(PARTLY).status()).isEqualTo("PARTLY");
        assertThat(certificate(PARTLY).missing()).containsExactly("delivery");
        PARTLY.when(new NoteAnswer("contract", 1, Scenario.NOW, LEAD, RECEIVERS))
                .thenNothing();
        PARTLY.when(new NoteAnswer("delivery", 2, Scenario.NOW, LEAD, RECEIVERS))
                .thenNothing();
        NOTHING.given(new PersonHeld("tax audit", BY))
                .when(new NoteAnswer("delivery", 1, Scenario.NOW, LEAD, RECEIVERS))
                .thenNothing();
        var done = PARTLY.when(new NoteAnswer("delivery", 1, Scenario.NOW, LEAD, RECEIVERS))
                .then(answered("delivery"), new PersonErased(1, Scenario.NOW));
        assertThat(certificate(done).status()).isEqualTo("ERASED");
        assertThat(certificate(done).services())
                .extracting(ServiceAnswer::service)
                .containsExactly("lead", "opportunity", "contract", "delivery");
        assertThat(certificate(done).services())
                .allMatch(answer -> answer.entities().equals(LEAD) && RECEIVERS.equals(answer.receivers()));
    }

    @Test
    void what_is_partly_erased_can_be_asked_again_and_what_is_erased_is_so() {
        var again = PARTLY.given(new PersonErasureRequested(2, "again", List.of(CONTACT), BY, Scenario.NOW));
        PARTLY.when(new ErasePerson("again", null))
                .by(BY)
                .then(new PersonErasureRequested(2, "again", List.of(CONTACT), BY, Scenario.NOW));
        assertThat(certificate(again).missing()).hasSize(4);
        again.when(new NoteAnswer("delivery", 1, Scenario.NOW, LEAD, RECEIVERS)).thenNothing();
        ERASED.when(new ErasePerson("again", List.of(CONTACT))).thenNothing();
        var deal = UUID.fromString("01900000-0000-7000-8000-000000000003");
        ERASED.when(new ErasePerson("another id", List.of(deal)))
                .by(BY)
                .then(new PersonErasureRequested(2, "another id", List.of(CONTACT, deal), BY, Scenario.NOW));
    }

    @Test
    void new_data_is_kept_again_when_somebody_says_why() {
        NOTHING.given(new PersonHeld("tax audit", BY))
                .when(new OpenPerson("buys"))
                .thenRefused(NOT_ERASED);
        PARTLY.when(new OpenPerson("buys again")).thenRefused(ERASURE_PARTLY);
        ERASED.when(new OpenPerson(" ")).thenRefused(REASON_MISSING, "/reason");
        ERASED.when(new OpenPerson("buys again"))
                .by(BY)
                .then(new PersonOpenedAgain("buys again", List.of(CONTACT), BY));
        var open = ERASED.given(new PersonOpenedAgain("buys again", List.of(CONTACT), BY));
        open.when(new OpenPerson("buys again")).thenNothing();
        open.when(new OpenPerson("another reason")).thenRefused(NOT_ERASED);
        assertThat(certificate(open).status()).isEqualTo("OPEN");
        assertThat(certificate(open).erasedAt()).isEqualTo(Scenario.NOW);
        open.when(new ErasePerson("once more", null))
                .by(BY)
                .then(new PersonErasureRequested(2, "once more", List.of(), BY, Scenario.NOW));
    }

    private static PersonErasureAnswered answered(String service) {
        return new PersonErasureAnswered(1, new ServiceAnswer(service, Scenario.NOW, LEAD, RECEIVERS));
    }

    private static Certificate certificate(Scenario<Person, Command, Event> of) {
        return Certificate.of(of.state());
    }
}
