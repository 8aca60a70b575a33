package io.milepost.leads.guestlist;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.campaign.CampaignCatalogue.CAMPAIGN;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.campaign.Campaign;
import io.milepost.leads.campaign.Campaign.Stage;
import io.milepost.leads.guestlist.GuestList.*;
import io.milepost.leads.lead.Lead;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The guest list's commands and events. That an event of a campaign has only one is claimed by the tag {@code eventOf=}. */
public final class GuestListCatalogue {
    private static final Set<Stage> OPEN = Set.of(Stage.APPROVED, Stage.READY, Stage.RUNNING);

    public static final Catalogue<GuestList, Command, Event> GUEST_LIST = Catalogue.of(
                    "guest-list", "guest-lists", GuestList.DECIDER)
            .creates(OpenGuestList.class, GuestList::open, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(
                    OpenGuestList.class,
                    GuestList.EVENT_OF,
                    (_, _, open) -> List.of(GuestList.key(open.campaignId(), open.event(), open.on())))
            .reads(
                    OpenGuestList.class,
                    () -> CAMPAIGN,
                    (_, open) -> open.campaignId(),
                    Drive.class,
                    GuestListCatalogue::drive)
            .command(InviteGuest.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    InviteGuest.class,
                    () -> CAMPAIGN,
                    (list, _) -> campaign(list),
                    Drive.class,
                    GuestListCatalogue::drive)
            .reads(
                    InviteGuest.class,
                    () -> ACCOUNT,
                    (_, invite) -> invite.kind() == GuestKind.ACCOUNT ? invite.guestId() : null,
                    Known.class,
                    _ -> new Known(true))
            .reads(
                    InviteGuest.class,
                    () -> LEAD,
                    (_, invite) -> invite.kind() == GuestKind.LEAD ? invite.guestId() : null,
                    Known.class,
                    GuestListCatalogue::known)
            .command(RecordGuestAttendance.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    RecordGuestAttendance.class,
                    () -> CAMPAIGN,
                    (list, _) -> campaign(list),
                    Drive.class,
                    GuestListCatalogue::drive)
            .reads(
                    RecordGuestAttendance.class,
                    () -> ACCOUNT,
                    (_, attendance) -> attendance.kind() == GuestKind.ACCOUNT ? attendance.guestId() : null,
                    Known.class,
                    _ -> new Known(true))
            .reads(
                    RecordGuestAttendance.class,
                    () -> LEAD,
                    (_, attendance) -> attendance.kind() == GuestKind.LEAD ? attendance.guestId() : null,
                    Known.class,
                    GuestListCatalogue::known)
            .command(CloseGuestList.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    CloseGuestList.class,
                    () -> CAMPAIGN,
                    (list, _) -> campaign(list),
                    Drive.class,
                    GuestListCatalogue::drive)
            .event(GuestListOpened.class, "guest-list.opened", 1)
            .tags(
                    GuestListOpened.class,
                    opened -> Set.of(new Tag(
                            GuestList.EVENT_OF, GuestList.key(opened.campaignId(), opened.event(), opened.on()))))
            .event(CustomerInvited.class, "guest-list.customer-invited", 1)
            .event(EventAttendanceRecorded.class, "guest-list.attendance-recorded", 1)
            .event(GuestListClosed.class, "guest-list.closed", 1)
            .rootedBy(Event::campaignId)
            .open()
            .refusals(No.class, TEXT_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private GuestListCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status OPEN or CLOSED
     * @param closed with the sums of the list, once the event is over
     */
    public record View(
            String status,
            GuestListOpened opened,
            List<Guest> guests,
            @Nullable GuestListClosed closed) {
        static View of(GuestList list) {
            return new View(list.closed() == null ? "OPEN" : "CLOSED", list.opened(), list.guests(), list.closed());
        }
    }

    private static UUID campaign(@Nullable GuestList list) {
        return Objects.requireNonNull(list).opened().campaignId();
    }

    private static Drive drive(Campaign campaign) {
        var plan = campaign.plan();
        return new Drive(plan.from(), plan.to(), OPEN.contains(campaign.stage()), campaign.hasStarted());
    }

    private static Known known(Lead lead) {
        return new Known(!(lead instanceof Lead.Disqualified));
    }
}
