package io.milepost.cli.importing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the accounts.
 *
 * @param id of the source, where the mapping has one
 * @param changedOn when the source had it so, where that is known
 */
record Account(
        long line,
        @Nullable String id,
        String name,
        @Nullable String industry,
        @Nullable Integer foundedYear,
        @Nullable Money annualRevenue,
        @Nullable Integer employees,
        @Nullable String location,
        @Nullable String parentName,
        @Nullable String registrationNumber,
        @Nullable String country,
        @Nullable LocalDate changedOn) {

    /** No company that is still there is older. */
    private static final int FIRST_YEAR = 500;

    static Account of(CsvRow row, Terms terms) throws BadRow {
        var modified = row.date("modified", terms);
        return new Account(
                row.line(),
                row.optional(FileMapping.ID).orElse(null),
                row.text("account"),
                row.optional("sector").orElse(null),
                foundedYear(row, terms.today()),
                row.amount("revenue", terms).orElse(null),
                row.whole("employees").orElse(null),
                row.optional("office_location").orElse(null),
                row.optional("subsidiary_of").orElse(null),
                row.optional("registration_number").orElse(null),
                row.optional("country").orElse(null),
                modified.orElse(terms.asOf()));
    }

    /** One that other rows name and that has no file. */
    static Account named(FirstSpellings.Named named) {
        return new Account(named.line(), null, named.name(), null, null, null, null, null, null, null, null, null);
    }

    /** What it is known by. */
    String key() {
        return id == null ? name : id;
    }

    Account withParent(String parent) {
        return new Account(
                line,
                id,
                name,
                industry,
                foundedYear,
                annualRevenue,
                employees,
                location,
                parent,
                registrationNumber,
                country,
                changedOn);
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
