package io.milepost.cli.importing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the contracts, each signed by both parties.
 *
 * @param opportunity id of the deal in the source; a contract without one gets a deal of its own
 * @param account key of it
 */
record SignedContract(
        long line,
        String id,
        @Nullable String opportunity,
        String account,
        String agent,
        @Nullable String product,
        Money value,
        LocalDate signedOn) {

    static SignedContract of(CsvRow row, Deal.Known known, Terms terms) throws BadRow {
        var products = known.products();
        var given = row.optional("product").orElse(null);
        return new SignedContract(
                row.line(),
                row.text("contract_id"),
                row.optional("opportunity").orElse(null),
                known.accounts().named(row, "account"),
                known.agents().named(row, "sales_agent"),
                products == null || given == null ? given : products.named(row).code(),
                row.amount("value", terms).orElseThrow(() -> new BadRow("value", "is missing")),
                row.date("signed_on", terms).orElseThrow(() -> new BadRow("signed_on", "is missing")));
    }
}
