package io.milepost.opportunities;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import java.util.List;
import java.util.function.Predicate;

/** The refusals of an aggregate, shared out among several test classes, so that together they reach all of them. */
public final class RefusalShare {

    private RefusalShare() {}

    /** Those of one test class. */
    public static ReachedRefusals of(Catalogue<?, ?, ?> catalogue, List<Refusal> own) {
        return share(catalogue, own::contains);
    }

    /** All that other test classes do not reach. */
    public static ReachedRefusals without(Catalogue<?, ?, ?> catalogue, List<Refusal> others) {
        return share(catalogue, refusal -> !others.contains(refusal));
    }

    private static <S, C, E> ReachedRefusals share(Catalogue<S, C, E> catalogue, Predicate<Refusal> chosen) {
        return ReachedRefusals.of(new Catalogue<>(
                catalogue.aggregate(),
                catalogue.plural(),
                catalogue.decider(),
                catalogue.view(),
                catalogue.viewType(),
                catalogue.commands(),
                catalogue.events(),
                catalogue.refusals().stream().filter(chosen).toList()));
    }
}
