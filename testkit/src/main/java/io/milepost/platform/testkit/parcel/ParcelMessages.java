package io.milepost.platform.testkit.parcel;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.PostParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelEvent.LabelClashFound;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelDelivered;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelPosted;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelWeighed;
import java.util.List;
import java.util.Set;

/** The table of the parcel. */
public final class ParcelMessages {
    /** Grams from which on a manager weighs. */
    private static final int HEAVY = 30_000;

    public static final Catalogue<Parcel, ParcelCommand, ParcelEvent> CATALOGUE = Catalogue.of(
                    "parcel", "parcels", Parcel.DECIDER)
            .creates(PostParcel.class, Parcel::post, Role.SALES_REP, Role.IMPORTER)
            .claims(PostParcel.class, "label", (_, _, post) -> List.of(post.label()))
            .command(WeighParcel.class, Role.SALES_REP, Role.SALES_MANAGER)
            .backdating(WeighParcel.class)
            .narrowing(
                    WeighParcel.class,
                    weigh -> weigh.grams() > HEAVY ? Set.of(Role.SALES_MANAGER) : Set.of(Role.SALES_REP))
            .command(DeliverParcel.class)
            .event(ParcelPosted.class, "parcel.posted", 1)
            .tags(ParcelPosted.class, posted -> Set.of(new Tag("label", posted.label())))
            .personal(ParcelPosted.class, (id, posted) -> id, "recipient")
            .event(ParcelWeighed.class, "parcel.weighed", 1)
            .event(ParcelDelivered.class, "parcel.delivered", 1)
            .event(LabelClashFound.class, "parcel.label-clash-found", 1)
            .refusals(ParcelRefusal.class)
            .open()
            .view(Parcel.View.class, Parcel::view);

    private ParcelMessages() {}
}
