package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small aggregate to try the platform with: parcels take a locker, which has room for one. */
sealed interface Parcel {

    record Unknown() implements Parcel {}

    record Accepted(String receiver, @Nullable String locker, int moves) implements Parcel {}

    sealed interface Command {}

    record AcceptParcel(String receiver, @Nullable String phone) implements Command {}

    record StoreParcel(String locker) implements Command {}

    record MoveParcel(String to) implements Command {}

    /** Moves before the other one does. */
    record OvertakeParcel(UUID other) implements Command {}

    sealed interface Event {}

    record ParcelAccepted(
            String receiver,
            @Nullable String phone,
            @Nullable String phoneDigest) implements Event {}

    record ParcelStored(String locker) implements Event {}

    record StoringRejected(String locker, UUID holder) implements Event {}

    record ParcelMoved(String to) implements Event {}

    enum Refused implements Refusal {
        LOCKER_TAKEN(Kind.STATE, "another parcel is in the locker"),
        OTHER_AHEAD(Kind.STATE, "the other parcel has moved"),
        NOWHERE(Kind.RULE, "a parcel is moved to a place");

        private final Kind kind;
        private final String explanation;

        Refused(Kind kind, String explanation) {
            this.kind = kind;
            this.explanation = explanation;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String explanation() {
            return explanation;
        }
    }

    record View(String status, String receiver) {}

    static Decision<Event> decide(Parcel state, Command command, Occasion occasion) {
        return switch (command) {
            case AcceptParcel(var receiver, var phone) ->
                Decision.accepted(new ParcelAccepted(
                        receiver, phone, occasion.digest("phone").orElse(null)));
            case StoreParcel(var locker) -> {
                if (state instanceof Accepted accepted && locker.equals(accepted.locker())) {
                    yield Decision.unchanged();
                }
                yield occasion.holderOf("locker", locker)
                        .<Decision<Event>>map(holder -> Decision.<Event>refused(Refused.LOCKER_TAKEN)
                                .at("/locker")
                                .onRecord(List.of(new StoringRejected(locker, holder))))
                        .orElseGet(() -> Decision.accepted(new ParcelStored(locker)));
            }
            case MoveParcel(var to) ->
                to.isEmpty()
                        ? Decision.<Event>refused(Refused.NOWHERE).at("/to")
                        : Decision.accepted(new ParcelMoved(to));
            case OvertakeParcel(var other) ->
                occasion.hasHappened("parcel.moved", "parcel", other.toString())
                        ? Decision.refused(Refused.OTHER_AHEAD)
                        : Decision.accepted(new ParcelMoved("ahead"));
        };
    }

    static Parcel evolve(Parcel state, Event event) {
        return switch (event) {
            case ParcelAccepted accepted -> new Accepted(accepted.receiver(), null, 0);
            case ParcelStored stored
            when state instanceof Accepted(var receiver, var _, var moves) ->
                new Accepted(receiver, stored.locker(), moves);
            case ParcelMoved _
            when state instanceof Accepted(var receiver, var locker, var moves) ->
                new Accepted(receiver, locker, moves + 1);
            case ParcelStored _, ParcelMoved _, StoringRejected _ -> state;
        };
    }

    static Catalogue<Parcel, Command, Event> catalogue() {
        return Catalogue.of("parcel", "parcels", new Decider<>(new Unknown(), Parcel::decide, Parcel::evolve))
                .creates(AcceptParcel.class, Role.SALES_REP)
                .digest(AcceptParcel.class, "phone", AcceptParcel::phone)
                .command(StoreParcel.class, Role.SALES_REP)
                .claims(StoreParcel.class, (_, command) -> List.of(new Tag("locker", command.locker())))
                .command(MoveParcel.class, Role.SALES_REP)
                .command(OvertakeParcel.class, Role.SALES_REP)
                .considers(
                        OvertakeParcel.class,
                        (_, overtake) ->
                                List.of(new Tag("parcel", overtake.other().toString())))
                .event(ParcelAccepted.class, "parcel.accepted", 1)
                .personal(ParcelAccepted.class, (id, _) -> id, "receiver", "phone")
                .event(ParcelStored.class, "parcel.stored", 1)
                .tags(ParcelStored.class, event -> Set.of(new Tag("locker", event.locker())))
                .event(StoringRejected.class, "parcel.storing-rejected", 1)
                .event(ParcelMoved.class, "parcel.moved", 1)
                .refusals(Refused.class)
                .view(
                        View.class,
                        state -> state instanceof Accepted accepted ? new View("accepted", accepted.receiver()) : null);
    }
}
