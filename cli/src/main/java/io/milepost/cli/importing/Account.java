package io.milepost.cli.importing;

import java.time.LocalDate;
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
    private static final int DIGITS_OF_A_MILLION = 6;

    /** No company that is still there is older. */
    private static final int FIRST_YEAR = 500;

    static Account of(CsvRow row, Terms terms) throws BadRow {
        var revenue = row.number("revenue");
        return new Account(
                row.line(),
                row.text("account"),
                row.optional("sector").orElse(null),
                foundedYear(row, terms.today()),
                revenue.isPresent()
                        ? Money.of("revenue", revenue.get().movePointRight(DIGITS_OF_A_MILLION), terms.currency())
                        : null,
                row.whole("employees").orElse(null),
                row.optional("office_location").orElse(null),
                row.optional("subsidiary_of").orElse(null));
    }

    Account withParent(String name) {
        return new Account(line, this.name, industry, foundedYear, annualRevenue, employees, location, name);
    }

    private static @Nullable Integer foundedYear(CsvRow row, LocalDate today) throws BadRow {
        var year = row.whole("year_established").orElse(null);
        if (year != null && (year < FIRST_YEAR || year > today.getYear())) {
            throw new BadRow(
                    "year_established",
                    "is not in the years %d to %d: %d".formatted(FIRST_YEAR, today.getYear(), year));
        }
        return year;
    }
}
