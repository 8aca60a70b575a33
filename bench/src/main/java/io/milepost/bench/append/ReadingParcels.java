package io.milepost.bench.append;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelCommand.PostParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelEvent;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelPosted;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelWeighed;
import io.milepost.platform.testkit.parcel.ParcelRefusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Parcels of which each weighing reads two that everybody reads, as a quotation reads its price list and its deal. */
final class ReadingParcels {
    static final List<UUID> READ = List.of(UUID.randomUUID(), UUID.randomUUID());

    record One(Parcel parcel) {}

    record Other(Parcel parcel) {}

    static final Catalogue<Parcel, ParcelCommand, ParcelEvent> CATALOGUE = Catalogue.of(
                    "parcel", "parcels", Parcel.DECIDER)
            .creates(PostParcel.class, Parcel::post, Role.SALES_REP)
            .claims(PostParcel.class, "label", (_, _, post) -> List.of(post.label()))
            .command(WeighParcel.class, Role.SALES_REP)
            .reads(WeighParcel.class, ReadingParcels::others, (_, _) -> READ.getFirst(), One.class, One::new)
            .reads(WeighParcel.class, ReadingParcels::others, (_, _) -> READ.getLast(), Other.class, Other::new)
            .event(ParcelPosted.class, "parcel.posted", 1)
            .tags(ParcelPosted.class, posted -> Set.of(new Tag("label", posted.label())))
            .personal(ParcelPosted.class, (id, _) -> id, "recipient")
            .event(ParcelWeighed.class, "parcel.weighed", 1)
            .refusals(ParcelRefusal.class)
            .open()
            .view(Parcel.View.class, Parcel::view);

    private ReadingParcels() {}

    private static Catalogue<Parcel, ParcelCommand, ParcelEvent> others() {
        return CATALOGUE;
    }
}
