package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.LeadCatalogue.DORMANCY;
import static io.milepost.leads.lead.LeadCatalogue.followUpOverdue;
import static io.milepost.leads.lead.Leads.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContactingTest {
    static final List<Refusal> REFUSALS = List.of(
            ACTIVITIES_FULL,
            NEXT_ACTION_IN_PAST,
            LEAD_NOT_FOLLOWED_UP,
            LEAD_NOT_DUE,
            LEAD_DORMANT,
            LEAD_NOT_DORMANT,
            DAY_IN_FUTURE,
            DAY_IMPLAUSIBLE);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REFUSALS);
    private static final LocalDate FAR = TODAY.plusYears(6);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-034: a contact of each kind is logged with day, outcome and next step")
    void is_contacted(ActivityKind kind) {
        var day = TODAY.minusDays(1);
        var contacted = anAssignedLead()
                .when(new LogActivity(kind, day, "wants a tour", "call back", NEXT.plusDays(2)))
                .byMember("kim")
                .digest("said", "s-1")
                .then(new ActivityLogged(kind, day, "wants a tour", "call back", NEXT.plusDays(2), "kim", "s-1"));
        var view = shown(contacted);
        assertThat(view.status()).isEqualTo("FOLLOWING_UP");
        assertThat(view.nextActionOn()).isEqualTo(NEXT.plusDays(2));
        assertThat(view.lastContactOn()).isEqualTo(day);
        assertThat(view.activities())
                .containsExactly(
                        new LeadView.LoggedActivity(kind, day, "wants a tour", "call back", NEXT.plusDays(2), "kim"));
    }

    @Test
    @DisplayName("R-034, R-035: today and a week from today, where nothing else is said; the same again is nothing new")
    void a_contact_is_of_today() {
        var called = anAssignedLead()
                .when(call("no answer", null))
                .digest("said", "s-1")
                .then(new ActivityLogged(
                        ActivityKind.CALL,
                        TODAY,
                        "no answer",
                        "send a quotation",
                        TODAY.plusDays(7),
                        "someone",
                        "s-1"));
        called.when(call("no answer", null)).digest("said", "s-1").thenNothing();
        var tomorrow = called.when(call("no answer", null))
                .on(TODAY.plusDays(1))
                .digest("said", "s-1")
                .then(new ActivityLogged(
                        ActivityKind.CALL,
                        TODAY.plusDays(1),
                        "no answer",
                        "send a quotation",
                        TODAY.plusDays(8),
                        "someone",
                        "s-1"));
        tomorrow.when(call("answered", null))
                .digest("said", "s-2")
                .then(new ActivityLogged(
                        ActivityKind.CALL, TODAY, "answered", "send a quotation", TODAY.plusDays(7), "someone", "s-2"));
    }

    @Test
    void the_last_contact_is_of_the_latest_day() {
        var earlier = new ActivityLogged(ActivityKind.EMAIL, TODAY.minusDays(9), "x", null, NEXT, "kim", "s-9");
        var later = new ActivityLogged(ActivityKind.EMAIL, TODAY.plusDays(1), "x", null, NEXT, "kim", "s-8");
        assertThat(shown(aFollowedLead().given(earlier)).lastContactOn()).isEqualTo(TODAY);
        assertThat(shown(aFollowedLead().given(later)).lastContactOn()).isEqualTo(TODAY.plusDays(1));
        assertThat(shown(anAssignedLead()).lastContactOn()).isNull();
    }

    @Test
    @DisplayName("R-034, R-035: a contact is not of tomorrow, and the next step not of yesterday")
    void refuses_days_that_nobody_means() {
        var lead = anAssignedLead().recording(REACHED);
        lead.when(activity(TODAY.plusDays(1), NEXT)).thenRefused(DAY_IN_FUTURE, "/on");
        lead.when(activity(TODAY.minusYears(6), NEXT)).thenRefused(DAY_IMPLAUSIBLE, "/on");
        lead.when(activity(TODAY, TODAY.minusDays(1))).thenRefused(NEXT_ACTION_IN_PAST, "/nextActionOn");
        lead.when(activity(TODAY, FAR)).thenRefused(DAY_IMPLAUSIBLE, "/nextActionOn");
        lead.when(activity(TODAY, TODAY))
                .then(new ActivityLogged(ActivityKind.MEETING, TODAY, "met", null, TODAY, "someone", ""));
        anAssignedLead().when(call(" ", null)).thenRefused(TEXT_MISSING, "/outcome");
        anAssignedLead()
                .when(new LogActivity(ActivityKind.CALL, null, "x", "", null))
                .thenRefused(TEXT_MISSING, "/nextStep");
        lead.when(new ScheduleFollowUp(TODAY.minusDays(1), null)).thenRefused(NEXT_ACTION_IN_PAST, "/nextActionOn");
        lead.when(new ScheduleFollowUp(FAR, null)).thenRefused(DAY_IMPLAUSIBLE, "/nextActionOn");
        anAssignedLead().when(new ScheduleFollowUp(NEXT, " ")).thenRefused(TEXT_MISSING, "/nextStep");
    }

    @Test
    void keeps_a_thousand_activities_and_no_more() {
        var many = IntStream.range(1, 1_000)
                .mapToObj(number -> new ActivityLogged(ActivityKind.CALL, TODAY, "x", null, NEXT, "kim", "s-" + number))
                .toArray(LeadEvent[]::new);
        var full = aFollowedLead().given(many);
        full.recording(REACHED).when(call("one more", null)).thenRefused(ACTIVITIES_FULL);
        full.when(call("x", null)).digest("said", "s-999").thenNothing();
        var almost = aFollowedLead().given(Arrays.copyOf(many, 998));
        almost.when(call("one more", null))
                .digest("said", "new")
                .then(new ActivityLogged(
                        ActivityKind.CALL, TODAY, "one more", "send a quotation", TODAY.plusDays(7), "someone", "new"));
    }

    @Test
    @DisplayName("R-035: the next action is moved to another day")
    void is_scheduled() {
        var scheduled = aFollowedLead()
                .when(new ScheduleFollowUp(NEXT.plusDays(1), "visit"))
                .digest("said", "s-1")
                .then(new FollowUpScheduled(NEXT.plusDays(1), "visit", "s-1"));
        assertThat(shown(scheduled).nextActionOn()).isEqualTo(NEXT.plusDays(1));
        scheduled
                .when(new ScheduleFollowUp(NEXT.plusDays(1), "visit"))
                .digest("said", "s-1")
                .thenNothing();
        scheduled
                .when(new ScheduleFollowUp(NEXT.plusDays(1), "call"))
                .digest("said", "s-2")
                .then(new FollowUpScheduled(NEXT.plusDays(1), "call", "s-2"));
    }

    @Test
    @DisplayName("R-035: a day that ends without an action is overdue, once; an action or another day ends that")
    void is_overdue_once() {
        for (var lead : List.of(anAssignedLead(), aFollowedLead(), aQualifiedLead())) {
            assertThat(followUpOverdue("KEEPER").dates().apply(lead.state()))
                    .containsExactly(DueDate.endOfWorkingDay(NEXT, new MarkFollowUpOverdue(NEXT, "KEEPER"))
                            .ownedBy("kim"));
            var overdue = lead.when(new MarkFollowUpOverdue(NEXT, null)).then(new FollowUpOverdue(NEXT, null, null));
            assertThat(followUpOverdue("KEEPER").dates().apply(overdue.state())).isEmpty();
            assertThat(shown(overdue).overdue()).isTrue();
            overdue.when(new MarkFollowUpOverdue(NEXT, null)).thenNothing();
            var again = overdue.given(new FollowUpScheduled(NEXT.plusDays(5), null, "s"));
            assertThat(shown(again).overdue()).isFalse();
            assertThat(waits(followUpOverdue("KEEPER"), again)).isTrue();
            again.recording(REACHED).when(new MarkFollowUpOverdue(NEXT, null)).thenRefused(LEAD_NOT_DUE);
        }
        for (var waitless : List.of(aCapturedLead(), aDormantLead(), aConvertedLead())) {
            assertThat(waits(followUpOverdue("KEEPER"), waitless)).isFalse();
        }
        assertThat(waits(followUpOverdue("KEEPER"), aLeadOfATeam()))
                .as("a team acts, too")
                .isTrue();
    }

    @Test
    @DisplayName(
            "R-040: a lead that is followed up falls dormant 90 days after an action that nobody took, no other does")
    void falls_dormant_after_a_time() {
        var overdue = aFollowedLead().given(new FollowUpOverdue(NEXT, null, null));
        assertThat(DORMANCY.dates().apply(overdue.state()))
                .containsExactly(
                        DueDate.endOf(NEXT.plusDays(90), new LapseLead(NEXT)).ownedBy("kim"));
        var dormant = overdue.when(new LapseLead(NEXT)).then(new LeadMarkedDormant(null));
        assertThat(waits(DORMANCY, dormant)).isFalse();
        assertThat(waits(followUpOverdue("KEEPER"), dormant)).isFalse();
        aFollowedLead().when(new LapseLead(NEXT)).thenRefused(LEAD_NOT_DUE);
        overdue.when(new LapseLead(NEXT.plusDays(1))).thenRefused(LEAD_NOT_DUE);
        overdue.given(new LeadQualified()).when(new LapseLead(NEXT)).thenRefused(LEAD_NOT_DUE);
        aFollowedLead().when(new LapseLead(NEXT.plusDays(1))).thenRefused(LEAD_NOT_DUE);
        anAssignedLead().when(new LapseLead(NEXT)).thenRefused(LEAD_NOT_DUE);
        for (var awake : List.of(
                aFollowedLead(), anAssignedLead().given(new FollowUpOverdue(NEXT, null, null)), aConvertedLead())) {
            assertThat(waits(DORMANCY, awake)).isFalse();
        }
    }

    @Test
    @DisplayName("R-040: put to rest with a reason and taken up again")
    void rests_and_is_taken_up_again() {
        aFollowedLead().when(new MarkLeadDormant("")).thenRefused(REASON_MISSING, "/reason");
        var dormant = aFollowedLead().when(new MarkLeadDormant("next year")).then(new LeadMarkedDormant("next year"));
        dormant.recording(REACHED).when(call("x", null)).thenRefused(LEAD_DORMANT);
        anAssignedLead().recording(REACHED).when(new MarkLeadDormant("x")).thenRefused(LEAD_NOT_FOLLOWED_UP);
        var recording = dormant.recording(REACHED);
        recording.when(new ReactivateLead(TODAY.minusDays(1))).thenRefused(NEXT_ACTION_IN_PAST, "/nextActionOn");
        recording.when(new ReactivateLead(FAR)).thenRefused(DAY_IMPLAUSIBLE, "/nextActionOn");
        var awake = dormant.when(new ReactivateLead(NEXT)).then(new LeadReactivated(NEXT));
        assertThat(shown(awake).status()).isEqualTo("FOLLOWING_UP");
        assertThat(shown(awake).nextActionOn()).isEqualTo(NEXT);
        awake.recording(REACHED).when(new ReactivateLead(NEXT)).thenRefused(LEAD_NOT_DORMANT);
        dormant.when(new ReactivateLead(null)).then(new LeadReactivated(TODAY.plusDays(7)));
    }

    private static boolean waits(Due<Lead> due, Scenario<Lead, LeadCommand, LeadEvent> lead) {
        return !due.dates().apply(lead.state()).isEmpty();
    }

    private static LogActivity activity(LocalDate on, LocalDate next) {
        return new LogActivity(ActivityKind.MEETING, on, "met", null, next);
    }
}
