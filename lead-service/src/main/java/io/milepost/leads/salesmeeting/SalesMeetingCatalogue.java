package io.milepost.leads.salesmeeting;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.Staff;
import io.milepost.leads.kernel.StaffRefusal;
import io.milepost.leads.salesmeeting.SalesMeeting.*;
import io.milepost.platform.catalogue.Catalogue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sales meeting's commands and events. */
public final class SalesMeetingCatalogue {

    public static final Catalogue<SalesMeeting, Command, Event> SALES_MEETING = Catalogue.of(
                    "sales-meeting", "sales-meetings", SalesMeeting.DECIDER)
            .creates(ScheduleMeeting.class, SalesMeeting::schedule, SALES_MANAGER, IMPORTER)
            .claims(ScheduleMeeting.class, MemberCode.TAG, (_, _, schedule) -> Staff.spellings(schedule.invited()))
            .command(HoldMeeting.class, SALES_MANAGER, IMPORTER)
            .claims(
                    HoldMeeting.class,
                    MemberCode.TAG,
                    (_, _, hold) -> Staff.spellings(Stream.concat(
                                    hold.attendees().stream(),
                                    hold.division().stream().map(Share::member))
                            .toList()))
            .command(CancelMeeting.class, SALES_MANAGER)
            .event(SalesMeetingScheduled.class, "sales-meeting.scheduled", 1)
            .event(SalesMeetingHeld.class, "sales-meeting.held", 1)
            .event(SalesMeetingCancelled.class, "sales-meeting.cancelled", 1)
            .open()
            .refusals(StaffRefusal.class)
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private SalesMeetingCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status SCHEDULED, HELD or CANCELLED
     */
    public record View(
            String status,
            SalesMeetingScheduled call,
            @Nullable SalesMeetingHeld result,
            @Nullable String cancellation) {
        static View of(SalesMeeting meeting) {
            return switch (meeting) {
                case Scheduled(var call) -> new View("SCHEDULED", call, null, null);
                case Held(var call, var result) -> new View("HELD", call, result, null);
                case Cancelled(var call, var reason) -> new View("CANCELLED", call, null, reason);
            };
        }
    }
}
