package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.delivery.handover.HandoverRefusal.*;
import static io.milepost.delivery.handover.Handovers.*;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.kernel.OnHold;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandoverTest {
    private static final ReachedRefusals REACHED =
            ReachedRefusals.without(HANDOVER, List.of(CalledOffTest.OF_CALLED_OFF));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-143: a signed contract opens one handover with owner and due date")
    void is_initiated_once() {
        nothing()
                .when(initiate(DUE, false))
                .then(initiated(DUE, false))
                .when(initiate(DUE, false))
                .thenTaken();
    }

    @Test
    void waits_for_a_missed_advance() {
        var asked = aHeld().recording(REACHED).when(new AcceptHandover(null));
        asked.reading(new OnHold(true)).thenRefused(ADVANCE_MISSED);
    }

    @Nested
    @DisplayName("R-144: the letter of entrustment")
    class Entrustment {

        @Test
        void is_never_written_to_oneself() {
            anInitiated()
                    .recording(REACHED)
                    .when(new IssueEntrustment(" FOX", null))
                    .byMember("fox")
                    .thenRefused(ENTRUSTED_TO_SELF, "/to");
        }

        @Test
        void names_the_delivery_manager_and_may_be_replaced_until_acceptance() {
            anInitiated()
                    .recording(REACHED)
                    .when(new IssueEntrustment("max", "two sites"))
                    .then(new EntrustmentLetterIssued("max", "two sites", TODAY))
                    .when(new IssueEntrustment("max", "two sites"))
                    .thenNothing()
                    .when(new IssueEntrustment(" ", null))
                    .thenRefused(RECIPIENT_MISSING, "/to");
            aHeld().when(new IssueEntrustment("eva", null)).then(letter("eva"));
            anAccepted()
                    .recording(REACHED)
                    .when(new IssueEntrustment("max", null))
                    .thenNothing()
                    .when(new IssueEntrustment("eva", null))
                    .thenRefused(HANDOVER_ALREADY_ACCEPTED);
        }
    }

    @Nested
    @DisplayName("R-145: the package")
    class Contents {

        @ParameterizedTest
        @EnumSource
        void takes_each_piece_once(ItemKind kind) {
            anInitiated()
                    .recording(REACHED)
                    .when(add(kind))
                    .then(added(kind))
                    .when(add(kind))
                    .thenNothing()
                    .when(new AddPackageItem(kind, " ", null))
                    .thenRefused(TITLE_MISSING, "/title");
        }

        @Test
        void is_ready_when_nothing_is_missing_a_promise_need_not_be_made() {
            aComplete()
                    .when(new DeclarePackageReady())
                    .then(new HandoverPackageDeclaredReady(null))
                    .when(new DeclarePackageReady())
                    .thenNothing();
        }

        @Test
        void is_not_ready_while_something_is_missing_and_that_is_on_record() {
            flags(anInitiated(), "ENTRUSTMENT_LETTER", "DOCUMENT", "CUSTOMER_INFORMATION", "RISK");
            flags(anInitiated().given(letter("max"), added(ItemKind.RISK)), "DOCUMENT", "CUSTOMER_INFORMATION");
            flags(
                    anInitiated().given(added(ItemKind.PROMISE), added(ItemKind.DOCUMENT)),
                    "ENTRUSTMENT_LETTER",
                    "CUSTOMER_INFORMATION",
                    "RISK");
        }

        @Test
        void is_closed_once_it_was_declared_ready() {
            for (var handover : List.of(aReady(), aScheduled(), aHeld())) {
                handover.recording(REACHED).when(add(ItemKind.PROMISE)).thenRefused(PACKAGE_CLOSED);
                handover.when(add(ItemKind.RISK)).thenNothing();
            }
            anAccepted().recording(REACHED).when(add(ItemKind.PROMISE)).thenRefused(HANDOVER_ALREADY_ACCEPTED);
            anAccepted().recording(REACHED).when(new DeclarePackageReady()).thenRefused(HANDOVER_ALREADY_ACCEPTED);
        }

        private void flags(Scenario<Handover, Command, Event> handover, String... missing) {
            handover.recording(REACHED)
                    .when(new DeclarePackageReady())
                    .thenRefusedOnRecord(PACKAGE_INCOMPLETE, new HandoverPackageIncompleteFlagged(List.of(missing)));
        }
    }

    @Nested
    @DisplayName("R-146: the handover meeting")
    class Meeting {

        @Test
        void is_called_for_a_ready_package_and_may_be_moved() {
            aReady().recording(REACHED)
                    .when(new ScheduleMeeting(TODAY, HandoverMode.MEETING, null))
                    .then(MEETING)
                    .when(new ScheduleMeeting(TODAY, HandoverMode.MEETING, null))
                    .thenNothing()
                    .when(new ScheduleMeeting(TOMORROW, HandoverMode.MEETING, null))
                    .then(new HandoverMeetingScheduled(TOMORROW, HandoverMode.MEETING, null, TODAY))
                    .when(new ScheduleMeeting(TODAY.plusYears(5).plusDays(1), HandoverMode.MEETING, null))
                    .thenRefused(DAY_IMPLAUSIBLE, "/on")
                    .when(new ScheduleMeeting(TODAY.plusYears(5), HandoverMode.MEETING, null))
                    .then(new HandoverMeetingScheduled(TODAY.plusYears(5), HandoverMode.MEETING, null, TODAY))
                    .when(new ScheduleMeeting(YESTERDAY, HandoverMode.MEETING, null))
                    .thenRefused(MEETING_IN_PAST, "/on");
            for (var handover : List.of(anInitiated(), aComplete(), aReturned())) {
                handover.recording(REACHED)
                        .when(new ScheduleMeeting(TODAY, HandoverMode.MEETING, null))
                        .thenRefused(PACKAGE_NOT_READY);
            }
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEETING")
        @DisplayName("Decision 29: any mode but a meeting gives its reason")
        void another_mode_has_a_reason(HandoverMode mode) {
            aReady().recording(REACHED)
                    .when(new ScheduleMeeting(TODAY, mode, null))
                    .thenRefused(MODE_REASON_MISSING, "/modeReason")
                    .when(new ScheduleMeeting(TODAY, mode, " "))
                    .thenRefused(MODE_REASON_MISSING, "/modeReason")
                    .when(new ScheduleMeeting(TODAY, mode, "the site is 900 km away"))
                    .then(new HandoverMeetingScheduled(TODAY, mode, "the site is 900 km away", TODAY));
        }

        @Test
        void is_held_with_minutes_once_it_was_called() {
            aScheduled()
                    .recording(REACHED)
                    .when(new HoldHandover(TOMORROW, "minutes 7", WHO))
                    .thenRefused(HELD_IN_FUTURE, "/on")
                    .when(new HoldHandover(null, "minutes 7", WHO))
                    .then(new HandoverHeld(TODAY, "minutes 7", WHO))
                    .when(new HoldHandover(TODAY, "minutes 7", WHO))
                    .thenNothing()
                    .when(new HoldHandover(TODAY, "minutes 8", WHO))
                    .thenRefused(HANDOVER_ALREADY_HELD);
            for (var handover : List.of(anInitiated(), aReady(), aReturned())) {
                handover.recording(REACHED)
                        .when(new HoldHandover(null, "minutes 7", WHO))
                        .thenRefused(MEETING_NOT_SCHEDULED);
            }
        }

        @Test
        @DisplayName("R-146: it is held with minutes; a meeting has attendees, a call or a letter need not")
        void says_who_was_there_and_what_was_said() {
            var meeting = aScheduled().recording(REACHED);
            for (var nothing : Arrays.asList(null, " ")) {
                meeting.when(new HoldHandover(null, nothing, WHO)).thenRefused(MINUTES_MISSING, "/minutes");
            }
            for (var nobody : Arrays.asList(null, List.<String>of(), List.of("max", " "))) {
                meeting.when(new HoldHandover(null, "minutes 7", nobody)).thenRefused(ATTENDEES_MISSING, "/attendees");
            }
            aReady().given(new HandoverMeetingScheduled(TODAY, HandoverMode.PHONE, "900 km away", TODAY))
                    .when(new HoldHandover(null, "minutes 7", null))
                    .then(new HandoverHeld(TODAY, "minutes 7", null));
        }

        @Test
        void is_held_on_a_day_that_somebody_may_mean() {
            var called = aReady().given(new HandoverMeetingScheduled(TODAY, HandoverMode.MEETING, null, YESTERDAY));
            called.recording(REACHED)
                    .when(new HoldHandover(YESTERDAY.minusDays(1), "minutes 7", WHO))
                    .thenRefused(HELD_BEFORE_CALLED, "/on");
        }

        @Test
        void is_over_when_it_was_held() {
            var meeting = new ScheduleMeeting(TOMORROW, HandoverMode.MEETING, null);
            aHeld().recording(REACHED).when(meeting).thenRefused(HANDOVER_ALREADY_HELD);
            anAccepted().recording(REACHED).when(meeting).thenRefused(HANDOVER_ALREADY_ACCEPTED);
            anAccepted()
                    .recording(REACHED)
                    .when(new HoldHandover(TODAY, "minutes 7", WHO))
                    .thenRefused(HANDOVER_ALREADY_HELD);
        }
    }

    @Nested
    @DisplayName("R-147, G16: the delivery manager accepts or returns it")
    class Decided {

        @Test
        void passes_when_it_is_accepted() {
            aHeld().recording(REACHED)
                    .when(new AcceptHandover(null))
                    .then(ACCEPTED)
                    .when(new AcceptHandover(TODAY))
                    .thenNothing()
                    .when(new AcceptHandover(YESTERDAY))
                    .thenRefused(HANDOVER_ALREADY_ACCEPTED);
            aHeld().when(new AcceptHandover(YESTERDAY)).then(accepted(YESTERDAY));
        }

        @Test
        void fails_when_it_is_returned_and_says_why() {
            aHeld().recording(REACHED)
                    .when(new ReturnHandover(List.of()))
                    .thenRefused(DEFECTS_MISSING, "/defects")
                    .when(new ReturnHandover(List.of("drawings", " ")))
                    .thenRefused(DEFECTS_MISSING, "/defects")
                    .when(new ReturnHandover(RETURNED.defects()))
                    .then(RETURNED)
                    .when(new ReturnHandover(RETURNED.defects()))
                    .thenNothing()
                    .when(new AcceptHandover(null))
                    .thenRefused(HANDOVER_NOT_HELD);
        }

        @Test
        void is_accepted_not_before_it_was_held_and_not_on_a_day_to_come() {
            aHeld().recording(REACHED)
                    .when(new AcceptHandover(YESTERDAY.minusDays(1)))
                    .thenRefused(ACCEPTED_BEFORE_HELD, "/on")
                    .when(new AcceptHandover(TOMORROW))
                    .thenRefused(ACCEPTED_IN_FUTURE, "/on");
        }

        @Test
        void is_never_assumed_nobody_decides_on_what_was_not_held() {
            for (var handover : List.of(anInitiated(), aReady(), aScheduled(), aReturned())) {
                handover.recording(REACHED)
                        .when(new AcceptHandover(null))
                        .thenRefused(HANDOVER_NOT_HELD)
                        .when(new ReturnHandover(List.of("late")))
                        .thenRefused(HANDOVER_NOT_HELD);
            }
            anAccepted()
                    .recording(REACHED)
                    .when(new ReturnHandover(List.of("late")))
                    .thenRefused(HANDOVER_ALREADY_ACCEPTED);
        }

        @Test
        void a_returned_package_is_made_good_and_goes_the_same_way_again() {
            aReturned()
                    .recording(REACHED)
                    .when(new DeclarePackageReady())
                    .thenRefusedOnRecord(PACKAGE_INCOMPLETE, new HandoverPackageIncompleteFlagged(RETURNED.defects()))
                    .when(add(ItemKind.PROMISE))
                    .then(added(ItemKind.PROMISE))
                    .when(new DeclarePackageReady())
                    .then(new HandoverPackageDeclaredReady(null))
                    .given(MEETING, HELD)
                    .when(new AcceptHandover(null))
                    .then(ACCEPTED);
        }
    }
}
