package io.milepost.cli.importing;

import io.milepost.cli.importing.Bodies.PriceItem;
import io.milepost.cli.importing.Story.Ending;
import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.importing.Story.Step;
import io.milepost.cli.suite.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The products as one price list. Where the suite has none it is published; else every product is held against it, and
 * what is new in the files makes its next version.
 */
final class PriceList {

    private static final String WORD = "price-list";

    private final Source source;
    private final Ids ids;
    private final LocalDate first;
    private final Instant beginning;

    /**
     * @param first day on which the prices hold
     * @param beginning of that day
     */
    PriceList(Source source, LocalDate first, Instant beginning) {
        this.source = source;
        this.ids = new Ids(source.mapping());
        this.first = first;
        this.beginning = beginning;
    }

    List<Story> stories(Held.@Nullable Prices held) {
        var products = source.products().rows();
        if (products.isEmpty()) {
            return List.of();
        }
        return held == null ? List.of(publish(products)) : new Comparison(held).stories(products);
    }

    private Story publish(List<Product> products) {
        var items = products.stream()
                .map(product -> item(product, aliases(product.code(), Set.of(identity(product.code())))))
                .toList();
        var body = new Bodies.PublishPriceList("List prices", first, items);
        var key = ids.key(FileKind.PRODUCTS, "publish", WORD);
        return story(products, new Item("PublishPriceList", ids.priceList(), beginning, key, body));
    }

    private static Story story(List<Product> products, Item item) {
        return new Story(
                FileKind.PRODUCTS,
                products.stream().map(PriceList::row).toList(),
                List.of(new Step(Service.OPPORTUNITY, item)),
                Ending.REPLAYED);
    }

    private static Story.Row row(Product product) {
        return new Story.Row(product.line(), product.code());
    }

    private static PriceItem item(Product product, List<String> aliases) {
        return new PriceItem(product.code(), product.code(), Objects.requireNonNull(product.price()), aliases);
    }

    /** Spellings that the price list does not take for one of these words already; it knows a word in any case. */
    private List<String> aliases(String code, Set<String> words) {
        var taken = new HashSet<>(words);
        return source.aliases().getOrDefault(code, Collections.emptySortedMap()).keySet().stream()
                .filter(name -> taken.add(identity(name)))
                .toList();
    }

    private static String identity(String word) {
        return FileKind.PRODUCTS.identityOf(word);
    }

    /** The files against the list that the suite has. */
    private final class Comparison {
        private final LocalDate validFrom;
        private final List<PriceItem> items;
        private final Map<String, Integer> placeOf = new HashMap<>();
        private final List<Story> known = new ArrayList<>();
        private final List<Product> news = new ArrayList<>();

        private Comparison(Held.Prices held) {
            validFrom = held.validFrom();
            items = new ArrayList<>(held.items());
            for (int place = 0; place < items.size(); place++) {
                knowWords(place);
            }
        }

        private List<Story> stories(List<Product> products) {
            products.forEach(this::compare);
            return news.isEmpty()
                    ? List.copyOf(known)
                    : Stream.concat(known.stream(), Stream.of(revise())).toList();
        }

        private void compare(Product product) {
            var place = placeOf.get(identity(product.code()));
            if (place == null) {
                add(product);
                return;
            }
            var item = items.get(place);
            var more = aliases(product.code(), placeOf.keySet());
            if (!item.price().equals(product.price())) {
                know(
                        product,
                        new Ending(
                                Verdict.CHANGED,
                                "",
                                "/sales_price",
                                "the suite has it at %s and keeps that, not %s"
                                        .formatted(item.price(), product.price())));
            } else if (more.isEmpty()) {
                know(product, Ending.REPLAYED);
            } else {
                var all = Stream.concat(item.aliases().stream(), more.stream()).toList();
                items.set(place, new PriceItem(item.code(), item.name(), item.price(), all));
                knowWords(place);
                news.add(product);
            }
        }

        private void add(Product product) {
            var words = new HashSet<>(placeOf.keySet());
            words.add(identity(product.code()));
            items.add(item(product, aliases(product.code(), words)));
            knowWords(items.size() - 1);
            news.add(product);
        }

        private void know(Product product, Ending ending) {
            known.add(new Story(FileKind.PRODUCTS, List.of(row(product)), List.of(), ending));
        }

        private void knowWords(int place) {
            var item = items.get(place);
            placeOf.put(identity(item.code()), place);
            item.aliases().forEach(alias -> placeOf.put(identity(alias), place));
        }

        /** Valid as soon as a version can be, so that what is new is there for almost every deal; done when it arrives. */
        private Story revise() {
            var next = validFrom.plusDays(1);
            var body = new Bodies.RevisePriceList(next, items);
            var key = ids.key(FileKind.PRODUCTS, "revise", next.toString());
            return story(news, new Item("RevisePriceList", ids.priceList(), null, key, body));
        }
    }
}
