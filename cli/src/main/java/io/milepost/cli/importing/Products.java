package io.milepost.cli.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what a deal names, forgiving spaces and case where that leaves exactly one product. */
final class Products {
    private final Map<String, Product> byCode;
    private final Map<String, List<Product>> bySpelling;

    Products(List<Product> products) {
        byCode = products.stream().collect(Collectors.toMap(Product::code, Function.identity()));
        bySpelling = products.stream().collect(Collectors.groupingBy(product -> spelling(product.code())));
    }

    Product named(String name) throws BadRow {
        var exact = byCode.get(name);
        if (exact != null) {
            return exact;
        }
        var alike = bySpelling.getOrDefault(spelling(name), List.of());
        if (alike.size() != 1) {
            throw new BadRow(
                    alike.isEmpty()
                            ? "product is not in products.csv: " + name
                            : "product may be any of %s: %s"
                                    .formatted(alike.stream().map(Product::code).toList(), name));
        }
        return alike.getFirst();
    }

    private static String spelling(String name) {
        return name.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
