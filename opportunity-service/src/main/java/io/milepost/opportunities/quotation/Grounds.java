package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.No;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an offer rests on besides its own words: a deal that is open, and the price list that it cites. */
final class Grounds {

    private Grounds() {}

    /** What a quotation has to know of its opportunity. */
    record QuotedDeal(boolean open) {}

    /** What it has to know of the sales project of its opportunity, which only some have. */
    record QuotedProject(boolean ended) {}

    /** What it has to know of the price list that it cites: its versions in the order of their days. */
    record QuotedPrices(List<ListVersion> versions) {
        QuotedPrices {
            versions = List.copyOf(versions);
        }

        Optional<ListVersion> on(LocalDate day) {
            return versions.stream()
                    .filter(version -> !version.validFrom().isAfter(day))
                    .reduce((_, later) -> later);
        }
    }

    /** The prices that hold from a day on. */
    record ListVersion(LocalDate validFrom, List<ListedPrice> prices) {
        ListVersion {
            prices = List.copyOf(prices);
        }
    }

    /** A product by its code and aliases. */
    record ListedPrice(List<String> codes, Money price) {
        ListedPrice {
            codes = List.copyOf(codes);
        }
    }

    /** Lines with the prices that the cited list has for them, and which of its versions that is. */
    record Priced(List<PricedLine> lines, @Nullable LocalDate version) {}

    /** Why nothing can be agreed about the deal; empty where it can. */
    static Optional<No> dealClosed(Occasion occasion) {
        var deal = occasion.read(QuotedDeal.class);
        if (deal.isEmpty()) {
            return Optional.of(OPPORTUNITY_UNKNOWN);
        }
        return deal.get().open() ? Optional.empty() : Optional.of(OPPORTUNITY_ENDED);
    }

    /** Why nothing can be offered; empty where it can. */
    static Optional<No> nothingToOffer(Occasion occasion) {
        return dealClosed(occasion)
                .or(() -> occasion.read(QuotedProject.class)
                        .filter(QuotedProject::ended)
                        .map(_ -> SALES_PROJECT_ENDED));
    }

    /** That the cited list is there, holds today and has its prices in the currency of the lines. */
    static Checks checkList(@Nullable UUID list, List<OfferedLine> lines, Occasion occasion) {
        if (list == null) {
            return check();
        }
        var version = version(occasion);
        var checks = check().that(occasion.read(QuotedPrices.class).isPresent(), "/priceListId", PRICE_LIST_UNKNOWN)
                .that(version.isPresent(), "/priceListId", PRICE_LIST_NOT_VALID);
        var prices = version.map(Grounds::byCode).orElse(Map.of());
        for (int i = 0; i < lines.size(); i++) {
            var price = lines.get(i).unitPrice();
            var listed = prices.getOrDefault(Codes.canonical(lines.get(i).product()), price);
            checks = checks.that(
                    listed.currency().equals(price.currency()),
                    "/lines/%d/unitPrice/currency".formatted(i),
                    CURRENCIES_MIXED);
        }
        return checks;
    }

    /** Products that the list does not have are offered at prices of their own. */
    static Priced price(@Nullable UUID list, List<OfferedLine> lines, Occasion occasion) {
        var version = list == null ? Optional.<ListVersion>empty() : version(occasion);
        var prices = version.map(Grounds::byCode).orElse(Map.of());
        return new Priced(
                lines.stream()
                        .map(line -> line.priced(prices.get(Codes.canonical(line.product()))))
                        .toList(),
                version.map(ListVersion::validFrom).orElse(null));
    }

    private static Optional<ListVersion> version(Occasion occasion) {
        return occasion.read(QuotedPrices.class).flatMap(prices -> prices.on(occasion.today()));
    }

    private static Map<String, Money> byCode(ListVersion version) {
        var prices = new HashMap<String, Money>();
        version.prices()
                .forEach(listed -> listed.codes().forEach(code -> prices.put(Codes.canonical(code), listed.price())));
        return prices;
    }
}
