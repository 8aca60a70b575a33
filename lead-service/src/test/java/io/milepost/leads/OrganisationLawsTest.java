package io.milepost.leads;

import static io.milepost.leads.meetingaction.MeetingActionCatalogue.ACTION_OVERDUE;
import static io.milepost.leads.meetingaction.MeetingActionCatalogue.MEETING_ACTION;
import static io.milepost.leads.salesmeeting.SalesMeetingCatalogue.SALES_MEETING;
import static io.milepost.leads.supervisionnote.SupervisionNoteCatalogue.SUPERVISION_NOTE;
import static io.milepost.leads.training.TrainingCatalogue.TRAINING;

import io.milepost.leads.salesmeeting.SalesMeeting.Share;
import io.milepost.leads.supervisionnote.SupervisionNote.CorrectSupervisionNote;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.testkit.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of the aggregates of sales organisation and campaigns. */
class OrganisationLawsTest {
    /** The aggregates of sales organisation and campaigns. */
    static final List<Catalogue<?, ?, ?>> ORGANISATION =
            List.of(TRAINING, SALES_MEETING, MEETING_ACTION, SUPERVISION_NOTE);

    private static final List<String> KIM = List.of("kim");

    @Test
    void laws_of_the_training() {
        Laws.of(TRAINING)
                .suggesting("participants", KIM)
                .suggesting("attended", List.of(), KIM)
                .suggesting("reason", "alpha", "beta")
                .terminal("CANCELLED")
                .check();
    }

    @Test
    void laws_of_the_sales_meeting() {
        Laws.of(SALES_MEETING)
                .suggesting("invited", KIM)
                .suggesting("attendees", KIM)
                .suggesting("division", List.of(), List.of(new Share("kim", "the stand")))
                .suggesting("reason", "alpha", "beta")
                .terminal("HELD", "CANCELLED")
                .check();
    }

    @Test
    void laws_of_the_meeting_action() {
        Laws.of(MEETING_ACTION)
                .suggesting("owner", "kim")
                .waits(ACTION_OVERDUE)
                .terminal("COMPLETED")
                .check();
    }

    @Test
    void laws_of_the_supervision_note() {
        Laws.of(SUPERVISION_NOTE)
                .suggesting("member", "kim")
                .repeating(CorrectSupervisionNote.class)
                .check();
    }
}
