package io.milepost.leads.salesmeeting;

import static io.milepost.leads.salesmeeting.SalesMeeting.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.Staff;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A meeting of the sales staff, from its date to its minutes. What follows from it are meeting actions. Nothing about customers' people belongs in its texts. */
public sealed interface SalesMeeting {
    Decider<SalesMeeting, Command, Event> DECIDER =
            new Decider<>(SalesMeeting::decide, SalesMeeting::begin, SalesMeeting::evolve);

    /**
     * Calls a meeting.
     *
     * @param site the sales site where it is held; null for one that is held elsewhere
     * @param invited codes of those who are to come
     */
    record ScheduleMeeting(
            MeetingKind kind,
            String subject,
            LocalDate on,
            @Nullable String site,
            @Limit(Staff.MOST) List<String> invited) {
        public ScheduleMeeting {
            invited = List.copyOf(invited);
        }
    }

    sealed interface Command {}

    /**
     * It has taken place.
     *
     * @param on today when absent
     * @param attendees codes of those who came
     * @param goals of the opening; a pre-opening meeting fixes them
     * @param division who does what; a pre-opening meeting divides the work
     */
    record HoldMeeting(
            @Nullable LocalDate on,
            @Limit(Limit.TEXT) String minutes,
            @Limit(Staff.MOST) List<String> attendees,
            @Nullable @Limit(Limit.NOTE) String goals,
            @Limit(Staff.MOST) List<Share> division)
            implements Command {
        public HoldMeeting {
            attendees = List.copyOf(attendees);
            division = List.copyOf(division);
        }
    }

    record CancelMeeting(@Limit(Limit.NOTE) String reason) implements Command {}

    sealed interface Event {}

    record SalesMeetingScheduled(
            MeetingKind kind,
            String subject,
            LocalDate on,
            @Nullable String site,
            List<String> invited) implements Event {
        public SalesMeetingScheduled {
            invited = List.copyOf(invited);
        }
    }

    /** {@code absent} are those who were invited and did not come. */
    record SalesMeetingHeld(
            LocalDate on,
            String minutes,
            List<String> attendees,
            List<String> absent,
            @Nullable String goals,
            List<Share> division)
            implements Event {
        public SalesMeetingHeld {
            attendees = List.copyOf(attendees);
            absent = List.copyOf(absent);
            division = List.copyOf(division);
        }
    }

    record SalesMeetingCancelled(String reason) implements Event {}

    enum No implements Refusal {
        MEETING_HELD(state("the meeting has been held, and its minutes stand")),
        MEETING_CANCELLED(state("the meeting is cancelled")),
        INVITATION_MISSING(rule("a meeting is called for at least one member")),
        ATTENDANCE_MISSING(rule("a meeting needs at least one member who came")),
        GOALS_MISSING(rule("a pre-opening meeting fixes the goals of the opening")),
        WORK_NOT_DIVIDED(rule("a pre-opening meeting says who does what"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    enum MeetingKind {
        REGULAR,
        /** The sellers are told about the project that they are to sell. */
        PROJECT_BRIEFING,
        /** Before a site opens. */
        PRE_OPENING
    }

    /** What one member does. A member may have several. */
    record Share(String member, @Limit(Limit.NOTE) String work) {}

    SalesMeetingScheduled call();

    record Scheduled(SalesMeetingScheduled call) implements SalesMeeting {}

    record Held(SalesMeetingScheduled call, SalesMeetingHeld result) implements SalesMeeting {}

    record Cancelled(SalesMeetingScheduled call, String reason) implements SalesMeeting {}

    static Decision<Event> schedule(ScheduleMeeting schedule, Occasion occasion) {
        var checks = check().text("/subject", schedule.subject())
                .text("/site", schedule.site())
                .within(NEAR, "/on", schedule.on(), occasion.today())
                .that(!schedule.invited().isEmpty(), "/invited", INVITATION_MISSING);
        return Staff.check(checks, "/invited", schedule.invited(), occasion)
                .accept(() -> new SalesMeetingScheduled(
                        schedule.kind(), schedule.subject(), schedule.on(), schedule.site(), schedule.invited()));
    }

    static Decision<Event> decide(SalesMeeting meeting, Command command, Occasion occasion) {
        return switch (command) {
            case HoldMeeting hold -> hold(meeting, hold, occasion);
            case CancelMeeting(var reason) -> cancel(meeting, reason);
        };
    }

    static SalesMeeting begin(Event first) {
        return new Scheduled((SalesMeetingScheduled) first);
    }

    static SalesMeeting evolve(SalesMeeting meeting, Event event) {
        return switch (event) {
            case SalesMeetingScheduled _ -> meeting;
            case SalesMeetingHeld result -> new Held(meeting.call(), result);
            case SalesMeetingCancelled(var reason) -> new Cancelled(meeting.call(), reason);
        };
    }

    private static Decision<Event> hold(SalesMeeting meeting, HoldMeeting hold, Occasion occasion) {
        var call = meeting.call();
        return switch (meeting) {
            case Scheduled _ -> checkHeld(call, hold, occasion).accept(() -> result(call, hold, occasion.today()));
            case Held(var _, var result) ->
                result(call, hold, result.on()).equals(result) ? unchanged() : refused(MEETING_HELD);
            case Cancelled _ -> refused(MEETING_CANCELLED);
        };
    }

    private static SalesMeetingHeld result(SalesMeetingScheduled call, HoldMeeting hold, LocalDate otherwise) {
        return new SalesMeetingHeld(
                Objects.requireNonNullElse(hold.on(), otherwise),
                hold.minutes(),
                hold.attendees(),
                Staff.without(call.invited(), hold.attendees()),
                hold.goals(),
                hold.division());
    }

    private static Checks checkHeld(SalesMeetingScheduled call, HoldMeeting hold, Occasion occasion) {
        boolean opens = call.kind() == MeetingKind.PRE_OPENING;
        var checks = check().notAfter("/on", hold.on(), occasion.today())
                .within(NEAR, "/on", hold.on(), occasion.today())
                .text("/minutes", hold.minutes())
                .text("/goals", hold.goals(), GOALS_MISSING)
                .that(!opens || hold.goals() != null, "/goals", GOALS_MISSING)
                .that(!opens || !hold.division().isEmpty(), "/division", WORK_NOT_DIVIDED)
                .that(!hold.attendees().isEmpty(), "/attendees", ATTENDANCE_MISSING);
        checks = Staff.check(checks, "/attendees", hold.attendees(), call.invited(), occasion);
        for (int i = 0; i < hold.division().size(); i++) {
            var share = hold.division().get(i);
            checks = Staff.checkOne(checks, "/division/" + i + "/member", share.member(), occasion)
                    .text("/division/" + i + "/work", share.work());
        }
        return checks;
    }

    private static Decision<Event> cancel(SalesMeeting meeting, String reason) {
        return switch (meeting) {
            case Scheduled _ -> check().reason("/reason", reason).accept(() -> new SalesMeetingCancelled(reason));
            case Held _ -> refused(MEETING_HELD);
            case Cancelled(var _, var before) -> before.equals(reason) ? unchanged() : refused(MEETING_CANCELLED);
        };
    }
}
