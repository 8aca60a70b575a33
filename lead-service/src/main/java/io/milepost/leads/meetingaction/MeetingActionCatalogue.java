package io.milepost.leads.meetingaction;

import static io.milepost.leads.salesmeeting.SalesMeetingCatalogue.SALES_MEETING;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.leads.kernel.Duties;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.meetingaction.MeetingAction.*;
import io.milepost.leads.salesmeeting.SalesMeeting;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The meeting action's commands and events, the day that it waits for, and who is told when that is missed. */
public final class MeetingActionCatalogue {

    public static final Catalogue<MeetingAction, Command, Event> MEETING_ACTION = Catalogue.of(
                    "meeting-action", "meeting-actions", MeetingAction.DECIDER)
            .creates(AgreeAction.class, MeetingAction::agree, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    AgreeAction.class,
                    () -> SALES_MEETING,
                    (_, agree) -> agree.meetingId(),
                    Meeting.class,
                    meeting ->
                            new Meeting(meeting instanceof SalesMeeting.Held(var _, var result) ? result.on() : null))
            .claims(AgreeAction.class, MemberCode.TAG, (_, _, agree) -> MemberCode.spellings(agree.owner()))
            .command(CompleteAction.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(
                    CompleteAction.class,
                    "the owner of the action, or a sales manager",
                    (action, occasion) -> action == null
                            ? List.of()
                            : Duties.orManager(action.agreed().owner(), occasion))
            .command(MarkActionOverdue.class)
            .event(MeetingActionAgreed.class, "meeting-action.agreed", 1)
            .event(MeetingActionCompleted.class, "meeting-action.completed", 1)
            .event(MeetingActionOverdue.class, "meeting-action.overdue", 1)
            .rootedBy(Event::meetingId)
            .ownedBy(action -> action.agreed().owner())
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** An action waits for the end of its last day. */
    public static final Due<MeetingAction> ACTION_OVERDUE = new Due<>(
            "meeting-action-overdue",
            MEETING_ACTION,
            MarkActionOverdue.class,
            action -> action.completion() == null && !action.overdue()
                    ? List.of(DueDate.endOf(action.agreed().dueOn(), new MarkActionOverdue())
                            .ownedBy(action.agreed().owner()))
                    : List.of());

    /** An overdue action is told to its owner and the manager. */
    public static final NoticeRule<MeetingActionOverdue> ACTION_OVERDUE_NOTICE = notice("meeting-action-overdue")
            .on(MEETING_ACTION, MeetingActionOverdue.class)
            .to(OWNER, MANAGER);

    private MeetingActionCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status OPEN, OVERDUE or COMPLETED
     */
    public record View(
            String status,
            MeetingActionAgreed agreed,
            boolean overdue,
            @Nullable MeetingActionCompleted completion) {
        static View of(MeetingAction action) {
            var late = action.overdue() ? "OVERDUE" : "OPEN";
            return new View(
                    action.completion() == null ? late : "COMPLETED",
                    action.agreed(),
                    action.overdue(),
                    action.completion());
        }
    }
}
