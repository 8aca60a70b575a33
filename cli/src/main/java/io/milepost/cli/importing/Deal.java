package io.milepost.cli.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the pipeline that does not contradict itself.
 *
 * @param name as the source calls it; null where it has only an id
 * @param productName as the row spells it; both are null where the row names no product
 * @param account key of it
 * @param engagedOn when it was found; absent while prospecting where the mapping is strict, and where the source does not say it
 * @param closedOn of a won or lost deal, only then
 * @param closeValue of a won deal, only then
 * @param amount that it is expected to bring, as the row says it
 * @param lead id of the source of the lead that it came from
 * @param changedOn when the source had it so: as the row says it, else as its days or the import do
 */
record Deal(
        long line,
        String id,
        @Nullable String name,
        String agent,
        @Nullable Product product,
        @Nullable String productName,
        @Nullable String account,
        Stage stage,
        @Nullable LocalDate engagedOn,
        @Nullable LocalDate closedOn,
        @Nullable Money closeValue,
        @Nullable Money amount,
        @Nullable LocalDate expectedCloseOn,
        @Nullable String lostReason,
        @Nullable String lead,
        @Nullable String channel,
        @Nullable String campaign,
        @Nullable LocalDate changedOn) {

    /** What a row may name. */
    record Known(Reference agents, @Nullable Products products, Reference accounts, boolean strict) {}

    static Deal of(CsvRow row, Known known, Terms terms) throws BadRow {
        var stage = Stage.of(row);
        var product = product(row, known);
        var account =
                row.optional("account").isEmpty() ? null : known.accounts().named(row, "account");
        if (stage == Stage.WON && account == null) {
            throw missing(stage, "account");
        }
        var engagedOn = engagedOn(row, stage, known.strict(), terms);
        var closedOn = closedOn(row, stage, known.strict(), terms);
        if (engagedOn != null && closedOn != null && closedOn.isBefore(engagedOn)) {
            throw new BadRow("close_date", "%s is before engage_date %s".formatted(closedOn, engagedOn));
        }
        var modified = row.date("modified", terms).orElse(terms.asOf());
        return new Deal(
                row.line(),
                row.text("opportunity_id"),
                row.optional("name").orElse(null),
                known.agents().named(row, "sales_agent"),
                product,
                product == null ? null : row.text("product"),
                account,
                stage,
                engagedOn,
                closedOn,
                closeValue(row, stage, known.strict(), terms),
                row.amount("amount", terms).orElse(null),
                stage.closed()
                        ? null
                        : row.day("expected_close_date", terms.zone()).orElse(null),
                row.optional("lost_reason").orElse(null),
                row.optional("lead").orElse(null),
                row.optional("channel").isEmpty() ? null : Channel.of(row).name(),
                row.optional("campaign").orElse(null),
                modified == null ? later(engagedOn, closedOn) : modified);
    }

    /** The amount that the deal is expected to bring: the contract's once it is known, else what the row says, else the list price. */
    @Nullable
    Money expectedValue() {
        if (closeValue != null) {
            return closeValue;
        }
        return amount != null || product == null ? amount : product.price();
    }

    @Nullable
    String productCode() {
        return product == null ? null : product.code();
    }

    private static @Nullable Product product(CsvRow row, Known known) throws BadRow {
        var products = known.products();
        if (products != null) {
            return known.strict() || row.optional("product").isPresent() ? products.named(row) : null;
        }
        return row.optional("product")
                .map(name -> new Product(row.line(), name, null))
                .orElse(null);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Stream.of(one, other)
                .filter(day -> day != null)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static @Nullable LocalDate engagedOn(CsvRow row, Stage stage, boolean strict, Terms terms) throws BadRow {
        if (strict && stage == Stage.PROSPECTING) {
            row.mustBeEmpty("engage_date", "a prospecting deal");
            return null;
        }
        var day = row.date("engage_date", terms);
        return strict ? day.orElseThrow(() -> missing(stage, "engage_date")) : day.orElse(null);
    }

    private static @Nullable LocalDate closedOn(CsvRow row, Stage stage, boolean strict, Terms terms) throws BadRow {
        if (!stage.closed()) {
            if (strict) {
                row.mustBeEmpty("close_date", "an open deal");
            }
            return null;
        }
        return row.date("close_date", terms).orElseThrow(() -> missing(stage, "close_date"));
    }

    private static @Nullable Money closeValue(CsvRow row, Stage stage, boolean strict, Terms terms) throws BadRow {
        if (stage == Stage.WON) {
            var value = row.amount("close_value", terms);
            var known = value.isPresent() ? value : row.amount("amount", terms);
            return known.orElseThrow(() -> missing(stage, "close_value"));
        }
        var value = strict ? row.number("close_value") : Optional.<BigDecimal>empty();
        if (value.isPresent() && value.get().signum() != 0) {
            throw new BadRow("close_value", "is not zero, but the deal is not won: " + value.get());
        }
        return null;
    }

    private static BadRow missing(Stage stage, String column) {
        return new BadRow(column, "is missing, a deal in stage %s has one".formatted(stage.label()));
    }
}
