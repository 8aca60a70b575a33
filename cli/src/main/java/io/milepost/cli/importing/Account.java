package io.milepost.cli.importing;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A row of accounts.csv. */
record Account(
        long line,
        String name,
        @Nullable String industry,
        @Nullable Integer foundedYear,
        @Nullable Money annualRevenue,
        @Nullable Integer employees,
        @Nullable String location,
        @Nullable String parentName) {

    /** The file states revenue in millions. */
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    static Account of(CsvRow row, Currency currency) throws BadRow {
        var revenue = row.number("revenue");
        return new Account(
                row.line(),
                row.text("account"),
                row.optional("sector").orElse(null),
                row.whole("year_established").orElse(null),
                revenue.isPresent() ? Money.of(revenue.get().multiply(MILLION), currency) : null,
                row.whole("employees").orElse(null),
                row.optional("office_location").orElse(null),
                row.optional("subsidiary_of").orElse(null));
    }
}
