package io.milepost.platform.axon;

import static io.milepost.platform.decision.Checks.check;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CatalogueBuilder;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small aggregate to try the platform with: parcels take a locker, which has room for one, until they are put into another. */
record Parcel(String receiver, @Nullable String locker, int moves) {

    static final Decider<Parcel, Command, Event> DECIDER = new Decider<>(Parcel::decide, Parcel::begin, Parcel::evolve);

    record AcceptParcel(String receiver, @Nullable String phone) {}

    /** Accepts it as long as the other one has not moved. */
    record JoinParcel(String receiver, UUID other) {}

    sealed interface Command {}

    record StoreParcel(String locker) implements Command {}

    record MoveParcel(String to) implements Command {}

    /** Moves before the other one does. */
    record PassParcel(UUID other) implements Command {}

    /** Goes on a cart, which has room for two that have not moved since. */
    record LoadParcel(String cart) implements Command {}

    /** What one that is loaded knows of those on the cart. */
    record OnCart(int parcels) {}

    /** What one that passes it knows of a parcel. */
    record Other(int moves) {}

    sealed interface Event {}

    record ParcelAccepted(
            String receiver,
            @Nullable String phone,
            @Nullable String phoneDigest) implements Event {}

    record ParcelStored(String locker) implements Event {}

    record StoringRejected(String locker, UUID holder) implements Event {}

    record ParcelMoved(String to) implements Event {}

    record ParcelLoaded(String cart) implements Event {}

    enum Refused implements Refusal {
        LOCKER_TAKEN(Refusal.state("another parcel is in the locker")),
        CART_FULL(Refusal.state("two other parcels are on the cart")),
        OTHER_AHEAD(Refusal.state("the other parcel has moved")),
        OTHER_UNKNOWN(Refusal.state("there is no other parcel")),
        NOWHERE(Refusal.rule("a parcel is moved to a place"));

        private final Reason reason;

        Refused(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    record View(String status, String receiver) {}

    private static Decision<Event> accept(AcceptParcel accept, Occasion occasion) {
        return Decision.accepted(new ParcelAccepted(
                accept.receiver(), accept.phone(), occasion.digest("phone").orElse(null)));
    }

    private static Decision<Event> join(JoinParcel join, Occasion occasion) {
        return occasion.read(Other.class).filter(other -> other.moves() == 0).isPresent()
                ? Decision.accepted(new ParcelAccepted(join.receiver(), null, null))
                : Decision.refused(Refused.OTHER_AHEAD);
    }

    private static Decision<Event> decide(Parcel parcel, Command command, Occasion occasion) {
        return switch (command) {
            case StoreParcel(var locker) when locker.equals(parcel.locker()) -> Decision.unchanged();
            case StoreParcel(var locker) ->
                occasion.holderOf("locker", locker)
                        .<Decision<Event>>map(holder -> Decision.<Event>refusedAt("/locker", Refused.LOCKER_TAKEN)
                                .onRecord(List.of(new StoringRejected(locker, holder))))
                        .orElseGet(() -> Decision.accepted(new ParcelStored(locker)));
            case MoveParcel(var to) ->
                check().that(!to.isEmpty(), "/to", Refused.NOWHERE).accept(() -> new ParcelMoved(to));
            case LoadParcel(var cart) ->
                check().that(occasion.read(OnCart.class).map(OnCart::parcels).orElse(0) < 2, Refused.CART_FULL)
                        .accept(() -> new ParcelLoaded(cart));
            case PassParcel(var ahead) ->
                occasion.read(Other.class)
                        .map(other -> check().that(other.moves() == 0, Refused.OTHER_AHEAD)
                                .<Event>accept(() -> new ParcelMoved("ahead of " + ahead)))
                        .orElseGet(() -> Decision.refused(Refused.OTHER_UNKNOWN));
        };
    }

    private static Parcel begin(Event first) {
        return new Parcel(((ParcelAccepted) first).receiver(), null, 0);
    }

    private static Parcel evolve(Parcel parcel, Event event) {
        return switch (event) {
            case ParcelStored(var locker) -> new Parcel(parcel.receiver(), locker, parcel.moves());
            case ParcelMoved _ -> new Parcel(parcel.receiver(), parcel.locker(), parcel.moves() + 1);
            case ParcelAccepted _, ParcelLoaded _, StoringRejected _ -> parcel;
        };
    }

    static Catalogue<Parcel, Command, Event> catalogue() {
        return catalogue(DECIDER);
    }

    /** With another decider, such as one in whose decisions something happens meanwhile. */
    static Catalogue<Parcel, Command, Event> catalogue(Decider<Parcel, Command, Event> decider) {
        return reading(claiming(rows(decider)))
                .personal(ParcelAccepted.class, (id, _) -> id, "receiver", "phone")
                .view(View.class, parcel -> new View("accepted", parcel.receiver()));
    }

    static CatalogueBuilder<Parcel, Command, Event> claiming(CatalogueBuilder<Parcel, Command, Event> rows) {
        return rows.claims(StoreParcel.class, "locker", (_, _, store) -> List.of(store.locker()));
    }

    static CatalogueBuilder<Parcel, Command, Event> reading(CatalogueBuilder<Parcel, Command, Event> rows) {
        return rows.reads(
                PassParcel.class,
                Parcel::catalogue,
                (_, pass) -> pass.other(),
                Other.class,
                other -> new Other(other.moves()));
    }

    static CatalogueBuilder<Parcel, Command, Event> rows(Decider<Parcel, Command, Event> decider) {
        return Catalogue.of("parcel", "parcels", decider)
                .creates(AcceptParcel.class, Parcel::accept, Role.SALES_REP)
                .digest(AcceptParcel.class, "phone", AcceptParcel::phone)
                .creates(JoinParcel.class, Parcel::join)
                .reads(
                        JoinParcel.class,
                        Parcel::catalogue,
                        (_, join) -> join.other(),
                        Other.class,
                        other -> new Other(other.moves()))
                .command(StoreParcel.class, Role.SALES_REP)
                .holds("locker", parcel -> Stream.ofNullable(parcel.locker()).toList())
                .command(MoveParcel.class, Role.SALES_REP)
                .command(PassParcel.class, Role.SALES_REP)
                .command(LoadParcel.class, Role.SALES_REP)
                .gathers(
                        LoadParcel.class,
                        Parcel::catalogue,
                        "cart",
                        (_, load) -> load.cart(),
                        OnCart.class,
                        others -> new OnCart((int) others.stream()
                                .filter(other -> other.state().moves() == 0)
                                .count()))
                .event(ParcelAccepted.class, "parcel.accepted", 1)
                .event(ParcelStored.class, "parcel.stored", 1)
                .tags(ParcelStored.class, event -> Set.of(new Tag("locker", event.locker())))
                .event(StoringRejected.class, "parcel.storing-rejected", 1)
                .event(ParcelMoved.class, "parcel.moved", 1)
                .event(ParcelLoaded.class, "parcel.loaded", 1)
                .tags(ParcelLoaded.class, event -> Set.of(new Tag("cart", event.cart())))
                .refusals(Refused.class)
                .open();
    }
}
