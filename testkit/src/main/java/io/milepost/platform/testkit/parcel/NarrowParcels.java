package io.milepost.platform.testkit.parcel;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelWeighed;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The planted mistake of the parcel: an old version of its program, whose reader is narrower than the writer. It stores what
 * {@link ParcelMessages} does and cannot read, fold or show some of it.
 */
public final class NarrowParcels {
    /** Grams that it cannot fold. */
    public static final int UNFOLDABLE = 13;

    /** Grams that it can fold and cannot show. */
    public static final int UNSHOWABLE = 14;

    /** Grams of which it makes an item that no document can hold. */
    public static final int GIANT = 15;

    /** Grams that end every thread which folds them: an error and no exception. */
    public static final int DEADLY = 16;

    /** It does not know deliveries, and takes clashes of labels for weights. */
    public static final Catalogue<Parcel, ParcelCommand, ParcelEvent> CATALOGUE = narrow(ParcelMessages.CATALOGUE);

    private static final String GIANT_LABEL = "x".repeat(9_000_000);

    private NarrowParcels() {}

    private static Catalogue<Parcel, ParcelCommand, ParcelEvent> narrow(
            Catalogue<Parcel, ParcelCommand, ParcelEvent> wide) {
        return new Catalogue<>(
                wide.aggregate(),
                wide.plural(),
                new Decider<>(wide.decider().decide(), wide.decider().begin(), NarrowParcels::evolve),
                wide.owner(),
                wide.keepers(),
                wide.readers(),
                wide.holds(),
                view(wide.view()),
                wide.viewType(),
                wide.commands(),
                wide.events().stream().flatMap(NarrowParcels::row).toList(),
                wide.refusals());
    }

    private static Parcel evolve(Parcel state, ParcelEvent event) {
        if (event instanceof ParcelWeighed(var grams)) {
            if (grams == UNFOLDABLE) {
                throw new IllegalStateException("nobody weighs secret things");
            }
            if (grams == DEADLY) {
                throw new AssertionError("planted");
            }
        }
        return Parcel.evolve(state, event);
    }

    private static Function<Parcel, @Nullable Record> view(Function<Parcel, @Nullable Record> wide) {
        return state -> switch (state) {
            case Parcel.Posted posted
            when posted.grams() == UNSHOWABLE -> throw new ArithmeticException("nobody shows secret things");
            case Parcel.Posted posted
            when posted.grams() == GIANT -> new Parcel.View("POSTED", GIANT_LABEL, posted.recipient(), posted.worth());
            default -> wide.apply(state);
        };
    }

    private static Stream<EventRow<ParcelEvent>> row(EventRow<ParcelEvent> wide) {
        return switch (wide.name()) {
            case "parcel.delivered" -> Stream.of();
            case "parcel.label-clash-found" ->
                Stream.of(new EventRow<>(
                        ParcelWeighed.class,
                        wide.name(),
                        wide.version(),
                        wide.tags(),
                        wide.root(),
                        wide.personal(),
                        wide.person(),
                        null));
            default -> Stream.of(wide);
        };
    }
}
