package io.milepost.leads.guestlist;

import static io.milepost.leads.guestlist.GuestList.No.*;
import static io.milepost.leads.guestlist.GuestListCatalogue.GUEST_LIST;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.guestlist.GuestList.*;
import io.milepost.leads.guestlist.GuestListCatalogue.View;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuestListTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(GUEST_LIST);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID FAIR = new UUID(1, 1);
    private static final UUID ACME = new UUID(1, 2);
    private static final UUID ANN = new UUID(1, 3);
    private static final Drive DRIVE = new Drive(TODAY.minusDays(1), TODAY.plusDays(1), true, true);
    private static final OpenGuestList OPEN = new OpenGuestList(FAIR, "Open day", TODAY);
    private static final GuestListOpened OPENED = new GuestListOpened(FAIR, "Open day", TODAY);
    private static final CustomerInvited INVITED = new CustomerInvited(FAIR, GuestKind.ACCOUNT, ACME);
    private static final RecordGuestAttendance CAME = new RecordGuestAttendance(GuestKind.ACCOUNT, ACME, false);

    private static final Scenario<GuestList, Command, Event> NOTHING =
            Scenario.of(GUEST_LIST).recording(REACHED).reading(DRIVE).reading(new Known(true));
    private static final Scenario<GuestList, Command, Event> LIST = NOTHING.given(OPENED);
    private static final Scenario<GuestList, Command, Event> WITH_ACME = LIST.given(INVITED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-038: known accounts and leads are invited to an event of a campaign, and who came is recorded")
    void guests_are_invited_and_come(GuestKind kind) {
        NOTHING.when(OPEN)
                .then(OPENED)
                .when(new InviteGuest(kind, ANN))
                .then(new CustomerInvited(FAIR, kind, ANN))
                .when(new InviteGuest(kind, ANN))
                .thenNothing()
                .when(new RecordGuestAttendance(kind, ANN, false))
                .then(new EventAttendanceRecorded(FAIR, kind, ANN, false))
                .when(new RecordGuestAttendance(kind, ANN, false))
                .thenNothing();
    }

    @Test
    @DisplayName("R-038: an event lies within its campaign, and has one list")
    void an_event_of_a_campaign_has_one_list() {
        NOTHING.when(new OpenGuestList(FAIR, " ", TODAY)).thenRefused(TEXT_MISSING, "/event");
        NOTHING.when(new OpenGuestList(FAIR, "e", TODAY.minusDays(2))).thenRefused(EVENT_OUTSIDE, "/on");
        NOTHING.when(new OpenGuestList(FAIR, "e", TODAY.plusDays(2))).thenRefused(EVENT_OUTSIDE, "/on");
        NOTHING.when(new OpenGuestList(FAIR, "e", TODAY.plusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        NOTHING.when(OPEN)
                .holding("eventOf=%s/2026-03-02/OPEN DAY".formatted(FAIR), ACME)
                .thenRefused(LIST_TAKEN, "/event");
        NOTHING.when(OPEN)
                .holding("eventOf=%s/2026-03-03/OPEN DAY".formatted(FAIR), ACME)
                .then(OPENED);
        assertThat(GUEST_LIST.event(GuestListOpened.class).tags().apply(OPENED))
                .containsExactly(new Tag("eventOf", FAIR + "/2026-03-02/OPEN DAY"))
                .containsExactlyElementsOf(
                        GUEST_LIST.command(OpenGuestList.class).claimed(Scenario.ID, null, OPEN));
        Scenario.of(GUEST_LIST).recording(REACHED).when(OPEN).thenRefused(CAMPAIGN_UNKNOWN, "/campaignId");
    }

    @Test
    @DisplayName("R-038: guests are invited to a campaign that is open, and come to one that was started")
    void the_campaign_is_open_or_started() {
        var planned = new Drive(TODAY, TODAY, false, false);
        var approved = new Drive(TODAY, TODAY, true, false);
        var completed = new Drive(TODAY, TODAY, false, true);
        NOTHING.when(OPEN).reading(planned).thenRefused(CAMPAIGN_NOT_OPEN, "/campaignId");
        NOTHING.when(OPEN).reading(approved).then(OPENED);
        LIST.when(new InviteGuest(GuestKind.ACCOUNT, ACME)).reading(planned).thenRefused(CAMPAIGN_NOT_OPEN);
        LIST.when(new InviteGuest(GuestKind.ACCOUNT, ACME)).reading(completed).thenRefused(CAMPAIGN_NOT_OPEN);
        LIST.when(new InviteGuest(GuestKind.ACCOUNT, ACME)).reading(approved).then(INVITED);
        WITH_ACME.when(CAME).reading(approved).thenRefused(CAMPAIGN_NOT_STARTED);
        WITH_ACME.when(CAME).reading(completed).then(came(GuestKind.ACCOUNT, ACME, false));
        WITH_ACME.when(new CloseGuestList(0)).reading(approved).thenRefused(CAMPAIGN_NOT_STARTED);
    }

    @Test
    @DisplayName("R-038: only who was invited is recorded, or comes as a walk-in who is known")
    void attendance_is_of_invited_guests_or_walk_ins() {
        LIST.when(CAME).thenRefused(GUEST_NOT_INVITED, "/guestId");
        var walkIn = new RecordGuestAttendance(GuestKind.LEAD, ANN, true);
        var there = LIST.when(walkIn).then(came(GuestKind.LEAD, ANN, true));
        there.when(walkIn).thenNothing();
        there.when(new InviteGuest(GuestKind.LEAD, ANN)).thenRefused(GUEST_CAME, "/guestId");
        there.when(new RecordGuestAttendance(GuestKind.LEAD, ANN, false)).thenRefused(GUEST_NOT_INVITED, "/guestId");
        WITH_ACME.when(new RecordGuestAttendance(GuestKind.ACCOUNT, ACME, true)).thenRefused(GUEST_INVITED, "/walkIn");
        LIST.when(walkIn).reading(new Known(false)).thenRefused(GUEST_UNKNOWN, "/guestId");
        LIST.when(new InviteGuest(GuestKind.LEAD, ANN))
                .reading(new Known(false))
                .thenRefused(GUEST_UNKNOWN, "/guestId");
        Scenario.of(GUEST_LIST)
                .recording(REACHED)
                .reading(DRIVE)
                .given(OPENED)
                .when(new InviteGuest(GuestKind.LEAD, ANN))
                .thenRefused(GUEST_UNKNOWN, "/guestId");
        LIST.when(new RecordGuestAttendance(GuestKind.LEAD, ACME, true)).then(came(GuestKind.LEAD, ACME, true));
    }

    @Test
    @DisplayName("R-038: nobody has come before the day of the event")
    void nobody_comes_before_the_day() {
        WITH_ACME.when(CAME).on(TODAY.minusDays(1)).thenRefused(EVENT_TO_COME);
        WITH_ACME.when(new CloseGuestList(0)).on(TODAY.minusDays(1)).thenRefused(EVENT_TO_COME);
        WITH_ACME.when(CAME).on(TODAY).then(came(GuestKind.ACCOUNT, ACME, false));
    }

    @Test
    @DisplayName("R-038: a list is closed with its sums, and stands")
    void is_closed_with_its_sums() {
        var over = WITH_ACME
                .given(
                        new CustomerInvited(FAIR, GuestKind.LEAD, ANN),
                        came(GuestKind.LEAD, ANN, false),
                        came(GuestKind.LEAD, FAIR, true))
                .when(new CloseGuestList(40))
                .then(new GuestListClosed(FAIR, 2, 1, 1, 1, 40));
        over.when(new CloseGuestList(40)).thenNothing();
        over.when(new CloseGuestList(41)).thenRefused(LIST_CLOSED);
        over.when(CAME).thenRefused(LIST_CLOSED);
        over.when(new InviteGuest(GuestKind.LEAD, new UUID(9, 9))).thenRefused(LIST_CLOSED);
        WITH_ACME.when(new CloseGuestList(-1)).thenRefused(COUNT_IMPLAUSIBLE, "/otherVisitors");
        WITH_ACME.when(new CloseGuestList(100_001)).thenRefused(COUNT_IMPLAUSIBLE, "/otherVisitors");
        WITH_ACME.when(new CloseGuestList(100_000)).then(new GuestListClosed(FAIR, 1, 0, 1, 0, 100_000));
        assertThat(View.of(over.state()))
                .isEqualTo(new View(
                        "CLOSED",
                        OPENED,
                        List.of(
                                new Guest(GuestKind.ACCOUNT, ACME, true, false),
                                new Guest(GuestKind.LEAD, ANN, true, true),
                                new Guest(GuestKind.LEAD, FAIR, false, true)),
                        new GuestListClosed(FAIR, 2, 1, 1, 1, 40)));
        assertThat(View.of(LIST.state())).isEqualTo(new View("OPEN", OPENED, List.of(), null));
    }

    @Test
    @DisplayName("R-038: a list is bounded; who is on it still comes")
    void is_bounded() {
        var full = LIST.given(LongStream.range(0, GuestList.MOST_GUESTS)
                .mapToObj(i -> new CustomerInvited(FAIR, GuestKind.LEAD, new UUID(3, i)))
                .toArray(Event[]::new));
        full.when(new InviteGuest(GuestKind.LEAD, ANN)).thenRefused(LIST_FULL);
        full.when(new RecordGuestAttendance(GuestKind.LEAD, ANN, true)).thenRefused(LIST_FULL);
        full.when(new RecordGuestAttendance(GuestKind.LEAD, new UUID(3, 7), false))
                .then(came(GuestKind.LEAD, new UUID(3, 7), false));
    }

    private static EventAttendanceRecorded came(GuestKind kind, UUID guest, boolean walkIn) {
        return new EventAttendanceRecorded(FAIR, kind, guest, walkIn);
    }
}
