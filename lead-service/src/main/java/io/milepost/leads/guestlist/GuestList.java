package io.milepost.leads.guestlist;

import static io.milepost.leads.guestlist.GuestList.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is invited to an event of a campaign, and who came. It holds ids of known accounts and leads, and nobody's name.
 *
 * @param guests in the order in which they were invited or came
 * @param closed null as long as the list is open
 */
public record GuestList(
        GuestListOpened opened,
        List<Guest> guests,
        @Nullable GuestListClosed closed) {
    static final Decider<GuestList, Command, Event> DECIDER =
            new Decider<>(GuestList::decide, GuestList::begin, GuestList::evolve);

    /** The key of the tag by which a list holds its event. */
    static final String EVENT_OF = "eventOf";

    /** How many guests one list holds, so that it can always be read as a whole. */
    static final int MOST_GUESTS = 2000;

    /** How many visitors nobody knows an event can have had. */
    static final int MOST_OTHERS = 100_000;

    /** Opens the list of one event of a campaign, which has only one of that title and day. */
    public record OpenGuestList(UUID campaignId, String event, LocalDate on) {}

    public sealed interface Command {}

    /** Invites somebody who is known. */
    public record InviteGuest(GuestKind kind, UUID guestId) implements Command {}

    /**
     * Somebody came.
     *
     * @param walkIn whether it is somebody known who came without being invited
     */
    public record RecordGuestAttendance(GuestKind kind, UUID guestId, boolean walkIn) implements Command {}

    /**
     * The event is over: whoever was invited and has not come stayed away.
     *
     * @param otherVisitors how many came whom nobody knows
     */
    public record CloseGuestList(int otherVisitors) implements Command {}

    public sealed interface Event {
        UUID campaignId();
    }

    public record GuestListOpened(UUID campaignId, String event, LocalDate on) implements Event {}

    public record CustomerInvited(UUID campaignId, GuestKind kind, UUID guestId) implements Event {}

    /** {@code walkIn} where the guest was not invited. */
    public record EventAttendanceRecorded(UUID campaignId, GuestKind kind, UUID guestId, boolean walkIn)
            implements Event {}

    /** With the sums of the list. */
    public record GuestListClosed(
            UUID campaignId, int invited, int came, int stayedAway, int walkIns, int otherVisitors) implements Event {}

    public enum No implements Refusal {
        CAMPAIGN_UNKNOWN(state("there is no such campaign")),
        CAMPAIGN_NOT_OPEN(state("guests are invited to a campaign that is approved and not over")),
        CAMPAIGN_NOT_STARTED(state("attendance is of a campaign that has been started")),
        LIST_TAKEN(state("the campaign has a list of guests for an event of this title and day")),
        LIST_CLOSED(state("the list is closed")),
        EVENT_TO_COME(state("nobody has come before the day of the event")),
        GUEST_UNKNOWN(state("no account or lead that can be invited has this id")),
        GUEST_NOT_INVITED(state("the guest was not invited, and comes as a walk-in")),
        GUEST_INVITED(state("the guest was invited, and is no walk-in")),
        GUEST_CAME(state("the guest has come as a walk-in, and needs no invitation")),
        LIST_FULL(state("the list holds as many guests as it can")),
        EVENT_OUTSIDE(rule("an event lies within the days of its campaign")),
        COUNT_IMPLAUSIBLE(rule("a count is from 0 to 100000"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What a guest is known as. */
    public enum GuestKind {
        ACCOUNT,
        LEAD
    }

    /** Somebody on the list. */
    public record Guest(GuestKind kind, UUID guestId, boolean invited, boolean came) {
        boolean is(GuestKind otherKind, UUID otherId) {
            return kind == otherKind && guestId.equals(otherId);
        }
    }

    /**
     * What has to be known of the campaign.
     *
     * @param open whether it is approved and neither completed nor cancelled
     * @param started whether it has been started, and not cancelled
     */
    record Drive(LocalDate from, LocalDate to, boolean open, boolean started) {}

    /** What has to be known of an account or a lead: whether it is one that somebody may invite. */
    record Known(boolean invitable) {}

    public GuestList {
        guests = List.copyOf(guests);
    }

    static Decision<Event> open(OpenGuestList open, Occasion occasion) {
        return occasion.read(Drive.class)
                .map(drive -> check().text("/event", open.event())
                        .within(NEAR, "/on", open.on(), occasion.today())
                        .that(!open.on().isBefore(drive.from()) && !open.on().isAfter(drive.to()), "/on", EVENT_OUTSIDE)
                        .that(drive.open(), "/campaignId", CAMPAIGN_NOT_OPEN)
                        .that(
                                occasion.holderOf(EVENT_OF, key(open.campaignId(), open.event(), open.on()))
                                        .isEmpty(),
                                "/event",
                                LIST_TAKEN)
                        .<Event>accept(() -> new GuestListOpened(open.campaignId(), open.event(), open.on())))
                .orElseGet(() -> refusedAt("/campaignId", CAMPAIGN_UNKNOWN));
    }

    static Decision<Event> decide(GuestList list, Command command, Occasion occasion) {
        return switch (command) {
            case InviteGuest(var kind, var id) -> list.invite(kind, id, occasion);
            case RecordGuestAttendance attendance -> list.attend(attendance, occasion);
            case CloseGuestList(var others) -> list.close(others, occasion);
        };
    }

    private Decision<Event> invite(GuestKind kind, UUID id, Occasion occasion) {
        var known = guest(kind, id);
        if (known != null && known.invited()) {
            return unchanged();
        }
        return check().that(closed == null, LIST_CLOSED)
                .that(occasion.read(Drive.class).filter(Drive::open).isPresent(), CAMPAIGN_NOT_OPEN)
                .that(isKnown(occasion), "/guestId", GUEST_UNKNOWN)
                .that(known == null, "/guestId", GUEST_CAME)
                .that(guests.size() < MOST_GUESTS, LIST_FULL)
                .accept(() -> new CustomerInvited(opened.campaignId(), kind, id));
    }

    private Decision<Event> attend(RecordGuestAttendance attendance, Occasion occasion) {
        var known = guest(attendance.kind(), attendance.guestId());
        boolean invited = known != null && known.invited();
        if (known != null && known.came() && attendance.walkIn() != invited) {
            return unchanged();
        }
        return check().that(closed == null, LIST_CLOSED)
                .that(occasion.read(Drive.class).filter(Drive::started).isPresent(), CAMPAIGN_NOT_STARTED)
                .that(!occasion.today().isBefore(opened.on()), EVENT_TO_COME)
                .that(!attendance.walkIn() || !invited, "/walkIn", GUEST_INVITED)
                .that(attendance.walkIn() || invited, "/guestId", GUEST_NOT_INVITED)
                .that(invited || isKnown(occasion), "/guestId", GUEST_UNKNOWN)
                .that(invited || guests.size() < MOST_GUESTS, LIST_FULL)
                .accept(() -> new EventAttendanceRecorded(
                        opened.campaignId(), attendance.kind(), attendance.guestId(), attendance.walkIn()));
    }

    private Decision<Event> close(int others, Occasion occasion) {
        if (closed != null) {
            return closed.otherVisitors() == others ? unchanged() : refused(LIST_CLOSED);
        }
        return check().that(occasion.read(Drive.class).filter(Drive::started).isPresent(), CAMPAIGN_NOT_STARTED)
                .that(!occasion.today().isBefore(opened.on()), EVENT_TO_COME)
                .that(others >= 0 && others <= MOST_OTHERS, "/otherVisitors", COUNT_IMPLAUSIBLE)
                .accept(() -> new GuestListClosed(
                        opened.campaignId(),
                        count(true, null),
                        count(true, true),
                        count(true, false),
                        count(false, true),
                        others));
    }

    private int count(boolean invited, @Nullable Boolean came) {
        return (int) guests.stream()
                .filter(guest -> guest.invited() == invited && (came == null || came == guest.came()))
                .count();
    }

    private @Nullable Guest guest(GuestKind kind, UUID id) {
        return guests.stream().filter(guest -> guest.is(kind, id)).findFirst().orElse(null);
    }

    private static boolean isKnown(Occasion occasion) {
        return occasion.read(Known.class).filter(Known::invitable).isPresent();
    }

    static GuestList begin(Event first) {
        return new GuestList((GuestListOpened) first, List.of(), null);
    }

    static GuestList evolve(GuestList list, Event event) {
        return switch (event) {
            case GuestListOpened _ -> list;
            case CustomerInvited(var _, var kind, var id) -> list.with(new Guest(kind, id, true, false));
            case EventAttendanceRecorded(var _, var kind, var id, var walkIn) ->
                list.with(new Guest(kind, id, !walkIn, true));
            case GuestListClosed closing -> new GuestList(list.opened, list.guests, closing);
        };
    }

    private GuestList with(Guest guest) {
        var all = new ArrayList<>(guests);
        var before = guest(guest.kind(), guest.guestId());
        if (before == null) {
            all.add(guest);
        } else {
            all.set(guests.indexOf(before), guest);
        }
        return new GuestList(opened, all, closed);
    }

    /** What one list alone holds: an event of a campaign, by its title in whatever spelling and its day. */
    static String key(UUID campaign, String event, LocalDate on) {
        return "%s/%s/%s".formatted(campaign, on, Codes.canonical(event));
    }
}
