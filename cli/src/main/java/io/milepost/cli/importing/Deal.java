package io.milepost.cli.importing;

import java.time.LocalDate;
import java.util.Currency;
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

    static Deal of(CsvRow row, Names agents, Products products, Names accounts, Terms terms) throws BadRow {
        var stage = Stage.of(row);
        var deal = new Deal(
                row.line(),
                row.text("opportunity_id"),
                agents.named(row, "sales_agent"),
                products.named(row),
                row.text("product"),
                account(row, accounts),
                stage,
                engagedOn(row, stage, terms.today()),
                closedOn(row, stage, terms.today()),
                closeValue(row, stage, terms.currency()));
        if (stage == Stage.WON && deal.account() == null) {
            throw missing(stage, "account");
        }
        if (deal.engagedOn() != null
                && deal.closedOn() != null
                && deal.closedOn().isBefore(deal.engagedOn())) {
            throw new BadRow("close_date", "%s is before engage_date %s".formatted(deal.closedOn(), deal.engagedOn()));
        }
        return deal;
    }

    /** The amount that the deal is expected to bring: the contract's once it is known, else the list price. */
    Money expectedValue() {
        return closeValue == null ? product.price() : closeValue;
    }

    private static @Nullable String account(CsvRow row, Names accounts) throws BadRow {
        return row.optional("account").isEmpty() ? null : accounts.named(row, "account");
    }

    private static @Nullable LocalDate engagedOn(CsvRow row, Stage stage, LocalDate today) throws BadRow {
        if (stage == Stage.PROSPECTING) {
            row.mustBeEmpty("engage_date", "a prospecting deal");
            return null;
        }
        return row.date("engage_date", today).orElseThrow(() -> missing(stage, "engage_date"));
    }

    private static @Nullable LocalDate closedOn(CsvRow row, Stage stage, LocalDate today) throws BadRow {
        if (!stage.closed()) {
            row.mustBeEmpty("close_date", "an open deal");
            return null;
        }
        return row.date("close_date", today).orElseThrow(() -> missing(stage, "close_date"));
    }

    private static @Nullable Money closeValue(CsvRow row, Stage stage, Currency currency) throws BadRow {
        var value = row.number("close_value");
        if (stage == Stage.WON) {
            return Money.of("close_value", value.orElseThrow(() -> missing(stage, "close_value")), currency);
        }
        if (value.isPresent() && value.get().signum() != 0) {
            throw new BadRow("close_value", "is not zero, but the deal is not won: " + value.get());
        }
        return null;
    }

    private static BadRow missing(Stage stage, String column) {
        return new BadRow(column, "is missing, a deal in stage %s has one".formatted(stage.label()));
    }
}
