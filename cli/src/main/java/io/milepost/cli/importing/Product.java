package io.milepost.cli.importing;

import java.util.Currency;

/** A row of products.csv: its name is its code. */
record Product(String code, Money price) {

    static Product of(CsvRow row, Currency currency) throws BadRow {
        var price = row.number("sales_price").orElseThrow(() -> new BadRow("sales_price is missing"));
        return new Product(row.text("product"), Money.of(price, currency));
    }
}
