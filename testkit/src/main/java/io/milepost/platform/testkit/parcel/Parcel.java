package io.milepost.platform.testkit.parcel;

import static io.milepost.platform.decision.Checks.check;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.testkit.parcel.ParcelCommand.PostParcel;
import io.milepost.platform.value.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parcel is posted under a label that nobody else holds, weighed as often as one likes, and delivered once. */
public sealed interface Parcel {
    Decider<Parcel, ParcelCommand, ParcelEvent> DECIDER = new Decider<>(Parcel::decide, Parcel::begin, Parcel::evolve);

    /** Its label belongs to another one. */
    record TurnedAway() implements Parcel {}

    record Posted(String label, @Nullable String recipient, Money worth, int grams) implements Parcel {}

    record Delivered(String label) implements Parcel {}

    /** What a read shows. */
    record View(
            String status,
            String label,
            @Nullable String recipient,
            @Nullable Money worth) {}

    static Decision<ParcelEvent> post(PostParcel post, Occasion occasion) {
        return occasion.holderOf("label", post.label())
                .<Decision<ParcelEvent>>map(
                        holder -> Decision.<ParcelEvent>refusedAt("/label", ParcelRefusal.LABEL_TAKEN)
                                .onRecord(List.of(new ParcelEvent.LabelClashFound(holder))))
                .orElseGet(() -> Decision.accepted(new ParcelEvent.ParcelPosted(
                        post.label(), post.recipient(), post.worth(), post.size(), post.stamps(), occasion.today())));
    }

    static Decision<ParcelEvent> decide(Parcel state, ParcelCommand command, Occasion occasion) {
        if (!(state instanceof Posted posted)) {
            return Decision.refused(ParcelRefusal.NOT_UNDER_WAY);
        }
        return switch (command) {
            case ParcelCommand.WeighParcel(var grams) ->
                check().that(grams > 0, "/grams", ParcelRefusal.WEIGHT_NOT_POSITIVE)
                        .then(() -> posted.grams() == grams
                                ? Decision.unchanged()
                                : Decision.accepted(new ParcelEvent.ParcelWeighed(grams)));
            case ParcelCommand.DeliverParcel(var agent) ->
                Decision.accepted(new ParcelEvent.ParcelDelivered(agent, occasion.effectiveAt()));
        };
    }

    static Parcel begin(ParcelEvent first) {
        return first instanceof ParcelEvent.ParcelPosted posted
                ? new Posted(posted.label(), posted.recipient(), posted.worth(), 0)
                : new TurnedAway();
    }

    static Parcel evolve(Parcel state, ParcelEvent event) {
        return switch (event) {
            case ParcelEvent.ParcelWeighed weighed ->
                state instanceof Posted posted
                        ? new Posted(posted.label(), posted.recipient(), posted.worth(), weighed.grams())
                        : state;
            case ParcelEvent.ParcelDelivered delivered ->
                state instanceof Posted posted ? new Delivered(posted.label()) : state;
            case ParcelEvent.ParcelPosted _, ParcelEvent.LabelClashFound _ -> state;
        };
    }

    static @Nullable View view(Parcel state) {
        return switch (state) {
            case TurnedAway _ -> null;
            case Posted posted -> new View("POSTED", posted.label(), posted.recipient(), posted.worth());
            case Delivered delivered -> new View("DELIVERED", delivered.label(), null, null);
        };
    }
}
