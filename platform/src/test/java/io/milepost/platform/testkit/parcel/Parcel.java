package io.milepost.platform.testkit.parcel;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import org.jspecify.annotations.Nullable;

/** A parcel is posted under a label that nobody else holds, weighed as often as one likes, and delivered once. */
public sealed interface Parcel {
    Decider<Parcel, ParcelCommand, ParcelEvent> DECIDER = new Decider<>(new Unknown(), Parcel::decide, Parcel::evolve);

    record Unknown() implements Parcel {}

    record Posted(String label, @Nullable String recipient, Money worth, int grams) implements Parcel {}

    record Delivered(String label) implements Parcel {}

    /** What a read shows. */
    record View(
            String status,
            String label,
            @Nullable String recipient,
            @Nullable Money worth) {}

    static Decision<ParcelEvent> decide(Parcel state, ParcelCommand command, Occasion occasion) {
        return switch (command) {
            case ParcelCommand.PostParcel post -> {
                if (!(state instanceof Unknown)) {
                    yield Decision.refused(ParcelRefusal.ALREADY_POSTED);
                }
                var holder = occasion.holderOf("label", post.label());
                if (holder.isPresent()) {
                    yield Decision.<ParcelEvent>refused(ParcelRefusal.LABEL_TAKEN)
                            .at("/label")
                            .onRecord(java.util.List.of(new ParcelEvent.LabelClashFound(holder.get())));
                }
                yield Decision.accepted(new ParcelEvent.ParcelPosted(
                        post.label(), post.recipient(), post.worth(), post.size(), post.stamps(), occasion.today()));
            }
            case ParcelCommand.WeighParcel weigh ->
                switch (state) {
                    case Posted posted
                    when weigh.grams() <= 0 ->
                        Decision.<ParcelEvent>refused(ParcelRefusal.WEIGHT_NOT_POSITIVE)
                                .at("/grams");
                    case Posted posted when posted.grams() == weigh.grams() -> Decision.unchanged();
                    case Posted posted -> Decision.accepted(new ParcelEvent.ParcelWeighed(weigh.grams()));
                    case Unknown unknown -> Decision.refused(ParcelRefusal.NOT_UNDER_WAY);
                    case Delivered delivered -> Decision.refused(ParcelRefusal.NOT_UNDER_WAY);
                };
            case ParcelCommand.DeliverParcel deliver ->
                state instanceof Posted
                        ? Decision.accepted(new ParcelEvent.ParcelDelivered(deliver.agentId(), occasion.effectiveAt()))
                        : Decision.refused(ParcelRefusal.NOT_UNDER_WAY);
        };
    }

    static Parcel evolve(Parcel state, ParcelEvent event) {
        return switch (event) {
            case ParcelEvent.ParcelPosted posted -> new Posted(posted.label(), posted.recipient(), posted.worth(), 0);
            case ParcelEvent.ParcelWeighed weighed ->
                state instanceof Posted posted
                        ? new Posted(posted.label(), posted.recipient(), posted.worth(), weighed.grams())
                        : state;
            case ParcelEvent.ParcelDelivered delivered ->
                state instanceof Posted posted ? new Delivered(posted.label()) : state;
            case ParcelEvent.LabelClashFound clash -> state;
        };
    }

    static @Nullable View view(Parcel state) {
        return switch (state) {
            case Unknown unknown -> null;
            case Posted posted -> new View("POSTED", posted.label(), posted.recipient(), posted.worth());
            case Delivered delivered -> new View("DELIVERED", delivered.label(), null, null);
        };
    }
}
