package io.milepost.opportunities.pricelist;

import static io.milepost.opportunities.pricelist.PriceList.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Currencies;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Products and their prices, version by version, open to everybody who offers something.
 *
 * @param versions in the order of their days, at least one
 */
public record PriceList(String name, List<Version> versions) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_OVER_COST = BigDecimal.valueOf(1000);

    static final Decider<PriceList, Command, Event> DECIDER =
            new Decider<>(PriceList::decide, PriceList::begin, PriceList::evolve);

    public record PublishPriceList(
            String name,
            LocalDate validFrom,
            @Limit(Limit.PRICES) List<PriceItem> items,
            @Nullable PricingRules rules) {
        public PublishPriceList {
            items = List.copyOf(items);
        }
    }

    /** What may be asked of a published price list. */
    public sealed interface Command {}

    /**
     * Adds a version, which replaces the one before from its day on. That day comes after the first day of the version that holds
     * today; a version that was to begin on the same day is replaced.
     */
    public record RevisePriceList(
            LocalDate validFrom,
            @Limit(Limit.PRICES) List<PriceItem> items,
            @Nullable PricingRules rules) implements Command {
        public RevisePriceList {
            items = List.copyOf(items);
        }
    }

    public sealed interface Event {}

    /** {@code rules} are absent where there are none, and in events from before there were any. */
    public record PriceListPublished(
            String name,
            LocalDate validFrom,
            List<PriceItem> items,
            @Nullable PricingRules rules) implements Event {
        public PriceListPublished {
            items = List.copyOf(items);
        }
    }

    public record PriceListRevised(
            LocalDate validFrom,
            List<PriceItem> items,
            @Nullable PricingRules rules) implements Event {
        public PriceListRevised {
            items = List.copyOf(items);
        }
    }

    public enum No implements Refusal {
        WORD_MISSING(rule("names, codes and aliases need at least one visible character")),
        ITEMS_MISSING(rule("a price list needs at least one item")),
        CODE_REPEATED(rule("a code or alias can stand for only one product of the list")),
        PRICE_NEGATIVE(rule("a price cannot be negative")),
        RULE_OUT_OF_RANGE(rule("a rule on prices is a percentage from 0 to 1000, or to 100 below the market")),
        CURRENCY_CHANGED(rule("a price list keeps the currency in which it was published")),
        VERSION_NOT_LATER(rule("a version must be valid from a later day than the one that holds today"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * One product at one price.
     *
     * @param code by which everyone names the product
     * @param aliases other spellings that stand for the same product
     * @param cost what one costs us; not known when absent
     * @param market what one costs elsewhere; not known when absent
     */
    public record PriceItem(
            String code,
            String name,
            Money price,
            List<String> aliases,
            @Nullable Money cost,
            @Nullable Money market) {
        public PriceItem {
            aliases = List.copyOf(aliases);
        }

        /** One of which cost and market price are not known. */
        public PriceItem(String code, String name, Money price, List<String> aliases) {
            this(code, name, price, aliases, null, null);
        }
    }

    /**
     * What the company allows besides the prices; a quotation that goes below needs an approval.
     *
     * @param leastOverCostPercent how much more than its cost a product has to bring; its cost when absent
     * @param mostBelowMarketPercent how far below the market price it may be offered; any when absent
     */
    public record PricingRules(
            @Nullable BigDecimal leastOverCostPercent,
            @Nullable BigDecimal mostBelowMarketPercent) {}

    /** The items of a price list from a day on, until the next version, and the rules that go with them. */
    public record Version(
            LocalDate validFrom,
            List<PriceItem> items,
            @Nullable PricingRules rules) {
        public Version {
            items = List.copyOf(items);
        }
    }

    public PriceList {
        versions = List.copyOf(versions);
    }

    static Decision<Event> publish(PublishPriceList publish, Occasion occasion) {
        var checks = check().text("/name", publish.name(), WORD_MISSING)
                .notBeyond(NEAR, "/validFrom", publish.validFrom(), occasion.today());
        return checkRules(checkItems(checks, publish.items()), publish.rules())
                .accept(() ->
                        new PriceListPublished(publish.name(), publish.validFrom(), publish.items(), publish.rules()));
    }

    static Decision<Event> decide(PriceList list, Command command, Occasion occasion) {
        return switch (command) {
            case RevisePriceList(var validFrom, var items, var rules) ->
                list.revise(new Version(validFrom, items, rules), occasion.today());
        };
    }

    static PriceList begin(Event first) {
        var published = (PriceListPublished) first;
        return new PriceList(
                published.name(), List.of(new Version(published.validFrom(), published.items(), published.rules())));
    }

    static PriceList evolve(PriceList list, Event event) {
        return switch (event) {
            case PriceListPublished _ -> list;
            case PriceListRevised(var validFrom, var items, var rules) ->
                list.with(new Version(validFrom, items, rules));
        };
    }

    /** A version that has not begun yet blocks nothing: others may be placed before it. */
    private Decision<Event> revise(Version next, LocalDate today) {
        if (versions.contains(next)) {
            return unchanged();
        }
        var checks = check().notBeyond(NEAR, "/validFrom", next.validFrom(), today)
                .that(!hasBegunSince(next.validFrom(), today), "/validFrom", VERSION_NOT_LATER);
        return checkRules(checkItems(checks, next.items()), next.rules())
                .that(keepsCurrency(next.items()), "/items/0/price/currency", CURRENCY_CHANGED)
                .accept(() -> new PriceListRevised(next.validFrom(), next.items(), next.rules()));
    }

    /** Each product is named once, in whatever spelling, and all prices are in one currency. */
    private static Checks checkItems(Checks checks, List<PriceItem> items) {
        checks = checks.that(!items.isEmpty(), "/items", ITEMS_MISSING);
        var taken = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var price = item.price();
            var pointer = "/items/" + i;
            checks = checks.text(pointer, item.name(), WORD_MISSING)
                    .that(spellings(item).noneMatch(String::isBlank), pointer, WORD_MISSING)
                    .that(!price.isNegative(), pointer + "/price", PRICE_NEGATIVE)
                    .that(
                            price.currency().equals(items.getFirst().price().currency()),
                            pointer + "/price/currency",
                            CURRENCIES_MIXED)
                    .that(spellings(item).map(Codes::canonical).allMatch(taken::add), pointer, CODE_REPEATED);
            checks = checkOther(checks, pointer + "/cost", item.cost(), price);
            checks = checkOther(checks, pointer + "/market", item.market(), price);
        }
        return checks;
    }

    private static Checks checkOther(Checks checks, String pointer, @Nullable Money other, Money price) {
        return checks.that(other == null || !other.isNegative(), pointer, PRICE_NEGATIVE)
                .that(
                        other == null || other.currency().equals(price.currency()),
                        pointer + "/currency",
                        CURRENCIES_MIXED);
    }

    private static Checks checkRules(Checks checks, @Nullable PricingRules rules) {
        return rules == null
                ? checks
                : checks.that(
                                isPercentage(rules.leastOverCostPercent(), MOST_OVER_COST),
                                "/rules/leastOverCostPercent",
                                RULE_OUT_OF_RANGE)
                        .that(
                                isPercentage(rules.mostBelowMarketPercent(), WHOLE),
                                "/rules/mostBelowMarketPercent",
                                RULE_OUT_OF_RANGE);
    }

    private static boolean isPercentage(@Nullable BigDecimal percent, BigDecimal most) {
        return percent == null || (percent.signum() >= 0 && percent.compareTo(most) <= 0);
    }

    private static Stream<String> spellings(PriceItem item) {
        return Stream.concat(Stream.of(item.code()), item.aliases().stream());
    }

    /** Any currency may replace one that is no longer in use. */
    private boolean keepsCurrency(List<PriceItem> items) {
        return !Currencies.inUse(currency())
                || items.stream().allMatch(item -> item.price().currency().equals(currency()));
    }

    /** A version replaces one that was to begin on the same day. */
    private PriceList with(Version version) {
        var others = versions.stream().filter(other -> !other.validFrom().equals(version.validFrom()));
        return new PriceList(
                name,
                Stream.concat(others, Stream.of(version))
                        .sorted(Comparator.comparing(Version::validFrom))
                        .toList());
    }

    private boolean hasBegunSince(LocalDate day, LocalDate today) {
        return versions.stream().map(Version::validFrom).anyMatch(from -> !from.isAfter(today) && !from.isBefore(day));
    }

    private Currency currency() {
        return versions.getLast().items().getFirst().price().currency();
    }
}
