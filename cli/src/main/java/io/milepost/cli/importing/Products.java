package io.milepost.cli.importing;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what a deal names in any spelling, and even without its blanks where that leaves exactly one product. */
final class Products {
    private final String fileName;
    private final Map<String, Product> byCode;
    private final Map<String, List<Product>> bySpelling;

    Products(List<Product> products, String fileName) {
        this.fileName = fileName;
        byCode = products.stream()
                .collect(Collectors.toMap(product -> Spelling.canonical(product.code()), Function.identity()));
        bySpelling = products.stream().collect(Collectors.groupingBy(product -> spelling(product.code())));
    }

    /** What the row's product cell names. */
    Product named(CsvRow row) throws BadRow {
        var name = row.text("product");
        var exact = byCode.get(Spelling.canonical(name));
        if (exact != null) {
            return exact;
        }
        var alike = bySpelling.getOrDefault(spelling(name), List.of());
        if (alike.size() != 1) {
            throw new BadRow(
                    "product",
                    alike.isEmpty()
                            ? "is not in %s, or its row there is bad: %s".formatted(fileName, Shown.cell(name))
                            : "may be any of %s: %s"
                                    .formatted(alike.stream().map(Product::code).toList(), Shown.cell(name)));
        }
        return alike.getFirst();
    }

    /** Equal for names that differ in no more than case, composition and blanks, even where only one has a blank. */
    static String spelling(String name) {
        return Spelling.canonical(name).replace(" ", "");
    }
}
