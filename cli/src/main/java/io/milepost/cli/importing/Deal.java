package io.milepost.cli.importing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of sales_pipeline.csv that does not contradict itself.
 *
 * @param productName as the row spells it
 * @param engagedOn absent while prospecting, only then
 * @param closedOn of a won or lost deal, only then
 * @param closeValue of a won deal, only then
 */
record Deal(
        long line,
        String id,
        String agent,
        Product product,
        String productName,
        @Nullable String account,
        Stage stage,
        @Nullable LocalDate engagedOn,
        @Nullable LocalDate closedOn,
        @Nullable Money closeValue) {

    static Deal of(CsvRow row, Set<String> agents, Products products, Set<String> accounts, Currency currency)
            throws BadRow {
        var stage = Stage.of(row.text("deal_stage"));
        var productName = row.text("product");
        var deal = new Deal(
                row.line(),
                row.text("opportunity_id"),
                known(row.text("sales_agent"), agents, "sales_agent", FileKind.SALES_TEAMS),
                products.named(productName),
                productName,
                account(row, accounts),
                stage,
                engagedOn(row, stage),
                closedOn(row, stage),
                closeValue(row, stage, currency));
        if (stage == Stage.WON && deal.account() == null) {
            throw new BadRow("a won deal has no account");
        }
        if (deal.engagedOn() != null
                && deal.closedOn() != null
                && deal.closedOn().isBefore(deal.engagedOn())) {
            throw new BadRow("close_date %s is before engage_date %s".formatted(deal.closedOn(), deal.engagedOn()));
        }
        return deal;
    }

    /** The amount that the deal is expected to bring: the contract's once it is known, else the list price. */
    Money expectedValue() {
        return closeValue == null ? product.price() : closeValue;
    }

    private static @Nullable String account(CsvRow row, Set<String> accounts) throws BadRow {
        var name = row.optional("account");
        return name.isEmpty() ? null : known(name.get(), accounts, "account", FileKind.ACCOUNTS);
    }

    private static String known(String name, Set<String> names, String column, FileKind kind) throws BadRow {
        if (!names.contains(name)) {
            throw new BadRow("%s is not in %s, or its row there is bad: %s".formatted(column, kind.fileName(), name));
        }
        return name;
    }

    private static @Nullable LocalDate engagedOn(CsvRow row, Stage stage) throws BadRow {
        if (stage == Stage.PROSPECTING) {
            row.mustBeEmpty("engage_date", "a prospecting deal");
            return null;
        }
        return row.date("engage_date").orElseThrow(() -> missing(stage, "engage_date"));
    }

    private static @Nullable LocalDate closedOn(CsvRow row, Stage stage) throws BadRow {
        if (!stage.closed()) {
            row.mustBeEmpty("close_date", "an open deal");
            return null;
        }
        return row.date("close_date").orElseThrow(() -> missing(stage, "close_date"));
    }

    private static @Nullable Money closeValue(CsvRow row, Stage stage, Currency currency) throws BadRow {
        var value = row.number("close_value");
        if (stage == Stage.WON) {
            return Money.of(value.orElseThrow(() -> missing(stage, "close_value")), currency);
        }
        if (value.isPresent() && value.get().signum() != 0) {
            throw new BadRow("a deal that is not won has a close_value: " + value.get());
        }
        return null;
    }

    private static BadRow missing(Stage stage, String column) {
        return new BadRow("a deal in stage %s has no %s".formatted(stage.label(), column));
    }
}
