package io.milepost.opportunities.pricelist.domain;

import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.CURRENCY_CHANGED;
import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.DAY_IMPLAUSIBLE;
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
import io.milepost.platform.value.Currencies;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Products and their prices, version by version. */
public sealed interface PriceList {
    /** How far ahead prices are set; a later day is a slip. */
    int YEARS_AHEAD = 5;

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

        /** A version takes the place of one that was to begin on the same day. */
        Published with(Version version) {
            var others = versions.stream().filter(other -> !other.validFrom().equals(version.validFrom()));
            return new Published(
                    name,
                    Stream.concat(others, Stream.of(version))
                            .sorted(Comparator.comparing(Version::validFrom))
                            .toList());
        }

        boolean hasBegunSince(LocalDate day, LocalDate today) {
            return versions.stream()
                    .map(Version::validFrom)
                    .anyMatch(from -> !from.isAfter(today) && !from.isBefore(day));
        }

        Currency currency() {
            return versions.getLast().items().getFirst().price().currency();
        }
    }

    static Decision<PriceListEvent> decide(PriceList state, PriceListCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case PublishPriceList publish -> publish(publish, occasion.today());
                    case RevisePriceList _ -> refused(PRICE_LIST_UNKNOWN);
                };
            case Published list ->
                switch (command) {
                    case PublishPriceList _ -> refused(PRICE_LIST_ALREADY_PUBLISHED);
                    case RevisePriceList(var validFrom, var items) ->
                        revise(list, new Version(validFrom, items), occasion.today());
                };
        };
    }

    static PriceList evolve(PriceList state, PriceListEvent event) {
        return switch (event) {
            case PriceListPublished(var name, var validFrom, var items) ->
                new Published(name, List.of(new Version(validFrom, items)));
            case PriceListRevised(var validFrom, var items) -> ((Published) state).with(new Version(validFrom, items));
        };
    }

    private static Decision<PriceListEvent> publish(PublishPriceList publish, LocalDate today) {
        if (publish.name().isBlank()) {
            return refused(WORD_MISSING).at("/name");
        }
        if (isFar(publish.validFrom(), today)) {
            return refused(DAY_IMPLAUSIBLE).at("/validFrom");
        }
        var fault = ItemsPolicy.fault(publish.items());
        return fault.isPresent()
                ? fault.get()
                : accepted(new PriceListPublished(publish.name(), publish.validFrom(), publish.items()));
    }

    /** One that has not begun yet locks nothing out: what is to hold before it stands beside it. */
    private static Decision<PriceListEvent> revise(Published list, Version next, LocalDate today) {
        if (list.versions().contains(next)) {
            return unchanged();
        }
        if (isFar(next.validFrom(), today)) {
            return refused(DAY_IMPLAUSIBLE).at("/validFrom");
        }
        if (list.hasBegunSince(next.validFrom(), today)) {
            return refused(VERSION_NOT_LATER).at("/validFrom");
        }
        var fault = ItemsPolicy.fault(next.items());
        if (fault.isPresent()) {
            return fault.get();
        }
        return Currencies.inUse(list.currency())
                        && !next.items().getFirst().price().currency().equals(list.currency())
                ? refused(CURRENCY_CHANGED).at("/items/0/price/currency")
                : accepted(new PriceListRevised(next.validFrom(), next.items()));
    }

    private static boolean isFar(LocalDate validFrom, LocalDate today) {
        return validFrom.isAfter(today.plusYears(YEARS_AHEAD));
    }

    private static Refused<PriceListEvent> refused(PriceListRefusal reason) {
        return Decision.refused(reason);
    }
}
