package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Proposal.WHOLE;
import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.opportunities.kernel.Template.DiscountLimit;
import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.No;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an offer rests on besides its own words: a deal that is open, and the price list that it cites. */
final class Grounds {

    /** Key of the tag by which a deal has an accepted quotation, of which there is one at most. */
    static final String ACCEPTED_OF = "acceptedQuotationOf";

    private Grounds() {}

    static @Nullable UUID dealOf(@Nullable Quotation quotation) {
        return quotation == null ? null : quotation.proposal().opportunityId();
    }

    static List<String> keyOf(@Nullable Quotation quotation) {
        return quotation == null
                ? List.of()
                : List.of(quotation.proposal().opportunityId().toString());
    }

    static @Nullable UUID promotionOf(@Nullable Quotation quotation) {
        var applied = quotation == null ? null : quotation.proposal().promotion();
        return applied == null ? null : applied.promotionId();
    }

    /** What a quotation has to know of its opportunity. */
    record QuotedDeal(boolean open) {}

    /** The sales process that binds the deal of an offer. */
    record Binding(String template, int version, List<DiscountLimit> discountLimits) {
        Binding {
            discountLimits = List.copyOf(discountLimits);
        }
    }

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

    /** The prices that hold from a day on, and the rules on cost and market. */
    record ListVersion(
            LocalDate validFrom,
            List<ListedPrice> prices,
            @Nullable BigDecimal leastOverCostPercent,
            @Nullable BigDecimal mostBelowMarketPercent) {
        ListVersion {
            prices = List.copyOf(prices);
        }
    }

    /** A product by its code and aliases, the code first; what it costs us and elsewhere, where that is known. */
    record ListedPrice(
            List<String> codes,
            Money price,
            @Nullable Money cost,
            @Nullable Money market) {
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

    /** That the cited list is there, holds today and has its prices in the currency of the lines, and that no line is there twice. */
    static Checks checkList(@Nullable UUID list, List<OfferedLine> lines, Occasion occasion) {
        var version = version(list, occasion);
        var checks = check().that(
                        list == null || occasion.read(QuotedPrices.class).isPresent(),
                        "/priceListId",
                        PRICE_LIST_UNKNOWN)
                .that(list == null || version.isPresent(), "/priceListId", PRICE_LIST_NOT_VALID);
        var prices = version.map(Grounds::byCode).orElse(Map.of());
        var taken = new HashSet<List<String>>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var listed = Optional.ofNullable(prices.get(Codes.canonical(line.product())));
            var code = listed.map(item -> item.codes().getFirst()).orElse(line.product());
            var described = Objects.requireNonNullElse(line.description(), "");
            checks = checks.that(
                            listed.isEmpty()
                                    || listed.get()
                                            .price()
                                            .currency()
                                            .equals(line.unitPrice().currency()),
                            "/lines/%d/unitPrice/currency".formatted(i),
                            CURRENCIES_MIXED)
                    .that(
                            taken.add(List.of(Codes.canonical(code), Codes.canonical(described))),
                            "/lines/%d/product".formatted(i),
                            LINE_REPEATED);
        }
        return checks;
    }

    /** Beside what the list says: its price, and whether cost and market are kept to. What no list has needs an approval. */
    static Priced price(@Nullable UUID list, List<OfferedLine> lines, Occasion occasion) {
        var version = version(list, occasion);
        var prices = version.map(Grounds::byCode).orElse(Map.of());
        return new Priced(
                lines.stream()
                        .map(line -> priced(line, prices.get(Codes.canonical(line.product())), version, occasion))
                        .toList(),
                version.map(ListVersion::validFrom).orElse(null));
    }

    private static PricedLine priced(
            OfferedLine line, @Nullable ListedPrice listed, Optional<ListVersion> version, Occasion occasion) {
        var agreed = Sources.agreed(line, occasion);
        return listed == null
                ? line.priced(null, List.of(Concern.NOT_LISTED), agreed)
                : line.priced(listed.price(), concerns(line, listed, version.orElseThrow()), agreed);
    }

    private static List<Concern> concerns(OfferedLine line, ListedPrice listed, ListVersion version) {
        var concerns = new ArrayList<Concern>();
        var over = Objects.requireNonNullElse(version.leastOverCostPercent(), BigDecimal.ZERO);
        if (listed.cost() != null && line.netOfOne().compareTo(share(listed.cost(), WHOLE.add(over))) < 0) {
            concerns.add(Concern.BELOW_COST);
        }
        var below = version.mostBelowMarketPercent();
        if (listed.market() != null
                && below != null
                && line.netOfOne().compareTo(share(listed.market(), WHOLE.subtract(below))) < 0) {
            concerns.add(Concern.BELOW_MARKET);
        }
        return concerns;
    }

    private static BigDecimal share(Money whole, BigDecimal percent) {
        return whole.amount().multiply(percent).movePointLeft(2);
    }

    private static Optional<ListVersion> version(@Nullable UUID list, Occasion occasion) {
        return list == null
                ? Optional.empty()
                : occasion.read(QuotedPrices.class).flatMap(prices -> prices.on(occasion.today()));
    }

    private static Map<String, ListedPrice> byCode(ListVersion version) {
        var prices = new HashMap<String, ListedPrice>();
        version.prices().forEach(listed -> listed.codes().forEach(code -> prices.put(Codes.canonical(code), listed)));
        return prices;
    }
}
