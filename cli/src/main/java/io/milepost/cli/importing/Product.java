package io.milepost.cli.importing;

import org.jspecify.annotations.Nullable;

/**
 * A row of the products: its name is its code.
 *
 * @param price null of one that other rows name and that has no file
 */
record Product(long line, String code, @Nullable Money price) {

    static Product of(CsvRow row, Terms terms) throws BadRow {
        var price = row.amount("sales_price", terms).orElseThrow(() -> new BadRow("sales_price", "is missing"));
        return new Product(row.line(), row.text("product"), price);
    }
}
