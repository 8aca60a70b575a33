package io.milepost.cli.importing;

/** A row of products.csv: its name is its code. */
record Product(long line, String code, Money price) {

    static Product of(CsvRow row, Terms terms) throws BadRow {
        var price = row.number("sales_price").orElseThrow(() -> new BadRow("sales_price", "is missing"));
        return new Product(row.line(), row.text("product"), Money.of("sales_price", price, terms.currency()));
    }
}
