package io.milepost.delivery.carevisit;

import static io.milepost.delivery.carevisit.CareVisit.No.VISIT_CANCELLED;
import static io.milepost.delivery.carevisit.CareVisit.No.VISIT_DONE;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.CARE_VISIT;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.VISIT_COMING;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.VISIT_MISSED;
import static io.milepost.platform.decision.Usual.OWNER_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.carevisit.CareVisit.*;
import io.milepost.delivery.carevisit.CareVisitEvent.*;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose a return visit is. */
class VisitDutiesTest {
    private static final UUID ACCOUNT = new UUID(1, 1);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final CareVisitDone DONE =
            new CareVisitDone(ACCOUNT, null, TODAY, Means.PHONE, 4, null, "kim", null);
    private static final Scenario<CareVisit, Command, CareVisitEvent> WAITING =
            Scenario.of(CARE_VISIT).given(new CareVisitScheduled(ACCOUNT, null, FRIDAY, "kim", null));
    private static final Scenario<CareVisit, Command, CareVisitEvent> ASSIGNED =
            WAITING.given(new CareVisitAssigned("zoe"));

    @Test
    @DisplayName("R-189: whoever makes the visit records, moves and cancels it, and notes the needs that it brought")
    void whoever_makes_it_records_it() {
        var record = new RecordVisit(null, Means.PHONE, 4, null);
        var move = new RescheduleVisit(TODAY, "earlier");
        var cancel = new CancelVisit("moved away");
        var note = new NoteVisitNeed("a second press");
        for (var command : List.of(record, move, cancel)) {
            WAITING.when(command).byMember("zoe").thenNotYourDuty();
        }
        WAITING.given(DONE).when(note).byMember("zoe").thenNotYourDuty();
        WAITING.when(record)
                .byMember("KIM")
                .then(new CareVisitDone(ACCOUNT, null, TODAY, Means.PHONE, 4, null, "KIM", null));
        WAITING.when(move).byMember("kim").then(new CareVisitRescheduled(FRIDAY, TODAY, "earlier"));
        WAITING.when(cancel).byMember("kim").then(new CareVisitCancelled("moved away"));
        WAITING.given(DONE)
                .when(note)
                .byMember("kim")
                .then(new VisitNeedFound(ACCOUNT, null, "a second press", "kim", null));
    }

    @Test
    @DisplayName("R-166, R-189: a visit is given to another member, whose it is from then on, and who is reminded")
    void is_given_to_another() {
        WAITING.when(new AssignVisit("KIM")).thenNothing();
        WAITING.when(new AssignVisit(" ")).thenRefused(OWNER_MISSING, "/owner");
        WAITING.when(new AssignVisit("zoe")).byMember("lee").then(new CareVisitAssigned("zoe"));
        var cancel = new CancelVisit("moved away");
        ASSIGNED.when(cancel).byMember("kim").thenNotYourDuty();
        ASSIGNED.when(cancel).byMember("zoe").then(new CareVisitCancelled("moved away"));
        assertThat(CARE_VISIT.ownerOf(ASSIGNED.state())).isEqualTo("zoe");

        var reminded = WAITING.given(new CareVisitAnnounced(FRIDAY, "kim"));
        assertThat(VISIT_COMING.dates().apply(reminded.state())).isEmpty();
        var again = reminded.given(new CareVisitAssigned("zoe"));
        assertThat(VISIT_COMING.dates().apply(again.state())).hasSize(1);
        again.when(new AnnounceVisit(FRIDAY)).on(TODAY).then(new CareVisitAnnounced(FRIDAY, "zoe"));
        assertThat(VISIT_MISSED.dates().apply(again.state()))
                .allMatch(date -> "zoe".equals(date.owner()))
                .hasSize(1);
        WAITING.given(DONE).when(new AssignVisit("zoe")).thenRefused(VISIT_DONE);
        WAITING.given(new CareVisitCancelled("moved away"))
                .when(new AssignVisit("kim"))
                .thenRefused(VISIT_CANCELLED);
    }
}
