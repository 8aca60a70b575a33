package io.milepost.delivery.changerequest;

import static io.milepost.delivery.changerequest.ChangeRequest.No.*;
import static io.milepost.delivery.changerequest.ChangeRequestCatalogue.CHANGE_REQUEST;
import static io.milepost.delivery.kernel.ClosedDelivery.No.DELIVERY_OVER;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.changerequest.ChangeRequest.*;
import io.milepost.delivery.changerequest.ChangeRequestCatalogue.View;
import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChangeRequestTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(CHANGE_REQUEST);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final ChangeRaised RAISED =
            new ChangeRaised(CONTRACT, "another gate", "the old one is too low", "kim", "max");
    private static final ChangeAssessed INTERNAL = assessed(false, false, false);
    private static final ChangeEscalated ESCALATED =
            new ChangeEscalated(CONTRACT, "another gate", "the old one is too low");
    private static final Scenario<ChangeRequest, Command, Event> NOTHING =
            Scenario.of(CHANGE_REQUEST).recording(REACHED);
    private static final Scenario<ChangeRequest, Command, Event> SOLD =
            NOTHING.reading(new SoldContract(CONTRACT, "kim", null));
    private static final Scenario<ChangeRequest, Command, Event> OPEN = NOTHING.given(RAISED);
    private static final Scenario<ChangeRequest, Command, Event> WITH_CONTRACT =
            OPEN.given(assessed(true, false, false), ESCALATED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-153: a change is raised for a signed contract whose delivery is not closed, with a reason")
    void is_raised() {
        SOLD.when(new RaiseChange(CONTRACT, "another gate", "the old one is too low"))
                .byMember("max")
                .then(RAISED);
        NOTHING.when(new RaiseChange(CONTRACT, "another gate", "low")).thenRefused(CONTRACT_UNKNOWN, "/contractId");
        SOLD.when(new RaiseChange(CONTRACT, "another gate", "low"))
                .reading(new ClosedDelivery(true))
                .thenRefused(DELIVERY_OVER);
        SOLD.when(new RaiseChange(CONTRACT, " ", "low")).thenRefused(TEXT_MISSING, "/subject");
        SOLD.when(new RaiseChange(CONTRACT, "gate", " ")).thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    @DisplayName("R-153, decision 33: what touches price, scope or date goes to the contract, whichever it is")
    void what_touches_the_contract_goes_to_the_contract() {
        Stream.of(assessed(true, false, false), assessed(false, true, false), assessed(false, false, true))
                .forEach(touching -> OPEN.when(
                                new AssessChange(touching.price(), touching.scope(), touching.date(), "a week"))
                        .then(touching, ESCALATED)
                        .when(new SettleChange("done"))
                        .thenRefused(CHANGE_ESCALATED)
                        .when(new DropChange("no need"))
                        .thenRefused(CHANGE_ESCALATED));
    }

    @Test
    @DisplayName("R-153, decision 33: what touches nothing of the contract is settled in delivery")
    void anything_else_is_settled_in_delivery() {
        OPEN.when(new SettleChange("done"))
                .thenRefused(CHANGE_NOT_ASSESSED)
                .when(new AssessChange(false, false, false, " "))
                .thenRefused(TEXT_MISSING, "/impact")
                .when(new AssessChange(false, false, false, "a week"))
                .then(INTERNAL)
                .when(new AssessChange(false, false, false, "a week"))
                .thenNothing()
                .when(new AssessChange(true, false, false, "a week"))
                .thenRefused(CHANGE_ASSESSED)
                .when(new SettleChange(" "))
                .thenRefused(TEXT_MISSING, "/result")
                .when(new SettleChange("done"))
                .byMember("max")
                .then(new ChangeSettled(CONTRACT, "done", TODAY, "max"))
                .when(new SettleChange("done"))
                .thenNothing()
                .when(new SettleChange("done otherwise"))
                .thenRefused(CHANGE_ENDED)
                .when(new AssessChange(true, false, false, "a week"))
                .thenRefused(CHANGE_ENDED);
        OPEN.when(new DropChange(" ")).thenRefused(REASON_MISSING, "/reason");
        OPEN.when(new DropChange("no need"))
                .byMember("max")
                .then(new ChangeDropped(CONTRACT, "no need", "max"))
                .when(new DropChange("no need"))
                .thenNothing()
                .when(new DropChange("too dear"))
                .thenRefused(CHANGE_ENDED);
    }

    @Test
    @DisplayName("R-153: what the contract decides is noted once")
    void the_decision_is_noted_once() {
        WITH_CONTRACT
                .when(new NoteChangeApplied(TODAY))
                .then(new ChangeApplied(CONTRACT, TODAY))
                .when(new NoteChangeApplied(TODAY))
                .thenNothing()
                .when(new NoteChangeRejected("too dear"))
                .thenNothing();
        WITH_CONTRACT
                .when(new NoteChangeRejected("too dear"))
                .then(new ChangeRejected(CONTRACT, "too dear"))
                .when(new NoteChangeApplied(TODAY))
                .thenNothing();
    }

    @Test
    @DisplayName("R-153: a change order that nobody asked for here, under the same id, decides nothing of the request")
    void only_what_was_asked_is_decided() {
        Stream.of(OPEN, OPEN.given(INTERNAL)).forEach(own -> {
            own.when(new NoteChangeApplied(TODAY)).thenRefused(CHANGE_NOT_ESCALATED);
            own.when(new NoteChangeRejected("too dear")).thenRefused(CHANGE_NOT_ESCALATED);
        });
        OPEN.given(new ChangeDropped(CONTRACT, "no need", "max"))
                .when(new NoteChangeApplied(TODAY))
                .thenNothing();
    }

    @Test
    void shows_where_it_stands() {
        assertThat(Stream.of(
                                OPEN,
                                OPEN.given(INTERNAL),
                                WITH_CONTRACT,
                                WITH_CONTRACT.given(new ChangeApplied(CONTRACT, TODAY)),
                                WITH_CONTRACT.given(new ChangeRejected(CONTRACT, "too dear")),
                                OPEN.given(INTERNAL, new ChangeSettled(CONTRACT, "done", TODAY, "max")),
                                OPEN.given(new ChangeDropped(CONTRACT, "no need", "max")))
                        .map(scenario -> View.of(scenario.state()).status()))
                .containsExactly(
                        "RAISED",
                        "ASSESSED",
                        "ESCALATED_TO_CONTRACT",
                        "APPLIED",
                        "REJECTED",
                        "INTERNAL_DONE",
                        "DROPPED");
        assertThat(CHANGE_REQUEST.ownerOf(OPEN.state())).isEqualTo("kim");
    }

    private static ChangeAssessed assessed(boolean price, boolean scope, boolean date) {
        return new ChangeAssessed(CONTRACT, price, scope, date, "a week");
    }
}
