package io.milepost.opportunities.pricelist.domain;

import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.PRICE_LIST_ALREADY_PUBLISHED;
import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.PRICE_LIST_UNKNOWN;
import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.VERSION_NOT_LATER;
import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.WORD_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.pricelist.domain.PriceListCommand.PublishPriceList;
import io.milepost.opportunities.pricelist.domain.PriceListCommand.RevisePriceList;
import io.milepost.opportunities.pricelist.domain.PriceListEvent.PriceListPublished;
import io.milepost.opportunities.pricelist.domain.PriceListEvent.PriceListRevised;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.util.ArrayList;
import java.util.List;

/** Products and their prices, version by version. */
public sealed interface PriceList {

    record Unknown() implements PriceList {}

    /**
     * Open to everybody who offers something.
     *
     * @param versions in the order of their days, at least one
     */
    record Published(String name, List<Version> versions) implements PriceList {
        public Published {
            versions = List.copyOf(versions);
        }
    }

    static Decision<PriceListEvent> decide(PriceList state, PriceListCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case PublishPriceList publish -> publish(publish);
                    case RevisePriceList _ -> refused(PRICE_LIST_UNKNOWN);
                };
            case Published list ->
                switch (command) {
                    case PublishPriceList _ -> refused(PRICE_LIST_ALREADY_PUBLISHED);
                    case RevisePriceList(var validFrom, var items) -> revise(list, new Version(validFrom, items));
                };
        };
    }

    static PriceList evolve(PriceList state, PriceListEvent event) {
        return switch (event) {
            case PriceListPublished(var name, var validFrom, var items) ->
                new Published(name, List.of(new Version(validFrom, items)));
            case PriceListRevised(var validFrom, var items) -> {
                var list = (Published) state;
                var versions = new ArrayList<>(list.versions());
                versions.add(new Version(validFrom, items));
                yield new Published(list.name(), versions);
            }
        };
    }

    private static Decision<PriceListEvent> publish(PublishPriceList publish) {
        if (publish.name().isBlank()) {
            return refused(WORD_MISSING).at("/name");
        }
        var fault = ItemsPolicy.fault(publish.items());
        return fault.isPresent()
                ? fault.get()
                : accepted(new PriceListPublished(publish.name(), publish.validFrom(), publish.items()));
    }

    private static Decision<PriceListEvent> revise(Published list, Version next) {
        var latest = list.versions().getLast();
        if (next.equals(latest)) {
            return unchanged();
        }
        if (!next.validFrom().isAfter(latest.validFrom())) {
            return refused(VERSION_NOT_LATER).at("/validFrom");
        }
        var fault = ItemsPolicy.fault(next.items());
        return fault.isPresent() ? fault.get() : accepted(new PriceListRevised(next.validFrom(), next.items()));
    }

    private static Refused<PriceListEvent> refused(PriceListRefusal reason) {
        return Decision.refused(reason);
    }
}
