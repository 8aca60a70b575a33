package io.milepost.cli.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import has found and done, for people as text and for machines as the JSON of this record.
 *
 * @param complete false when it could not be finished or was a dry run; then {@code failure} may say why
 * @param notes what else is to be said, a sentence each
 * @param from since when accounts, members and prices hold that are new; absent without any good day
 * @param latest day of the file, at which deals without a date stand; absent likewise
 * @param commands sent in this run, repeats not counted
 * @param corrections cells that were read as somebody meant them, spelling by spelling
 */
record Summary(
        boolean complete,
        @Nullable String failure,
        List<String> notes,
        String currency,
        @Nullable LocalDate from,
        @Nullable LocalDate latest,
        double seconds,
        long commands,
        Map<String, Rows> files,
        Map<String, Deals> deals,
        long dealsWithoutAccount,
        Map<String, SortedMap<String, Long>> aliases,
        List<Corrected> corrections,
        List<Finding> findings) {

    private static final int SHOWN_CORRECTIONS = 20;

    record Rows(int read, int applied, int replayed, int changed, int refused, int bad) {}

    /** Good rows in one stage, worth the contract value when won, else the list price. */
    record Deals(long rows, String value) {}

    /**
     * One spelling in one column.
     *
     * @param given as the file has it, short and visible
     * @param line the first that has it
     */
    record Corrected(String file, String column, String given, String taken, long line, long rows) {}

    /** How far the import came. */
    record Outcome(boolean complete, @Nullable String failure, List<String> notes) {}

    static Summary of(Source source, Tally tally, Progress progress, Outcome outcome) {
        var files = new LinkedHashMap<String, Rows>();
        var mapping = source.mapping();
        for (var kind : mapping.kinds()) {
            files.put(
                    mapping.fileName(kind),
                    new Rows(
                            source.table(kind).read(),
                            tally.count(kind, Verdict.APPLIED),
                            tally.count(kind, Verdict.REPLAYED),
                            tally.count(kind, Verdict.CHANGED),
                            tally.count(kind, Verdict.REFUSED),
                            tally.count(kind, Verdict.BAD)));
        }
        return new Summary(
                outcome.complete(),
                outcome.failure(),
                outcome.notes(),
                source.currency().getCurrencyCode(),
                source.firstDay().orElse(null),
                source.latestDay().orElse(null),
                Math.round(progress.seconds() * 1000) / 1000.0,
                progress.sent(),
                files,
                deals(source.deals().rows(), source.currency().getCurrencyCode()),
                source.deals().rows().stream()
                        .filter(deal -> deal.account() == null)
                        .count(),
                source.aliases(),
                corrected(source.corrections(), mapping),
                tally.findings());
    }

    private static Map<String, Deals> deals(List<Deal> rows, String currency) {
        var deals = new LinkedHashMap<String, Deals>();
        for (var stage : Stage.values()) {
            var here = rows.stream().filter(deal -> deal.stage() == stage).toList();
            deals.put(stage.label(), new Deals(here.size(), value(here, currency)));
        }
        return deals;
    }

    /** In the currency of the import, and behind it what is in others. */
    private static String value(List<Deal> deals, String currency) {
        var sums = new TreeMap<String, BigDecimal>();
        deals.stream()
                .flatMap(deal -> Stream.ofNullable(deal.expectedValue()))
                .forEach(value -> sums.merge(value.currency(), value.value(), BigDecimal::add));
        var own = Optional.ofNullable(sums.remove(currency))
                .orElse(BigDecimal.ZERO)
                .toPlainString();
        return sums.isEmpty()
                ? own
                : sums.entrySet().stream()
                        .map(sum -> sum.getValue().toPlainString() + " " + sum.getKey())
                        .collect(Collectors.joining(" + ", own + " " + currency + " + ", ""));
    }

    private static List<Corrected> corrected(List<Correction> corrections, Mapping mapping) {
        var spellings = new LinkedHashMap<List<String>, Corrected>();
        for (var correction : corrections) {
            var file = mapping.fileName(correction.kind());
            spellings.merge(
                    List.of(file, correction.column(), correction.given(), correction.taken()),
                    new Corrected(
                            file,
                            correction.column(),
                            Shown.cell(correction.given()),
                            correction.taken(),
                            correction.line(),
                            1),
                    (first, _) -> new Corrected(
                            first.file(),
                            first.column(),
                            first.given(),
                            first.taken(),
                            first.line(),
                            first.rows() + 1));
        }
        return List.copyOf(spellings.values());
    }

    int exitCode() {
        if (failure != null) {
            return 1;
        }
        return findings.isEmpty() ? 0 : 2;
    }

    /** The same in every country, so that scripts may read it too. */
    String text() {
        try (var text = new Formatter(Locale.ROOT)) {
            text.format(
                    "%-20s %8s %8s %9s %8s %8s %6s%n",
                    "rows of", "read", "applied", "replayed", "changed", "refused", "bad");
            files.forEach((file, rows) -> text.format(
                    "%-20s %,8d %,8d %,9d %,8d %,8d %,6d%n",
                    file, rows.read(), rows.applied(), rows.replayed(), rows.changed(), rows.refused(), rows.bad()));
            deals.forEach(
                    (stage, rows) -> text.format("  %-11s %,6d deals, %s%n", stage, rows.rows(), named(rows.value())));
            text.format("  %,d deals name no account%n", dealsWithoutAccount);
            aliases.forEach((code, names) ->
                    names.forEach((name, rows) -> text.format("  %s stands for %s in %,d deals%n", name, code, rows)));
            corrections.stream()
                    .limit(SHOWN_CORRECTIONS)
                    .forEach(cell -> text.format(
                            "  %s %s '%s' was read as '%s' in %,d rows, first in line %d%n",
                            cell.file(), cell.column(), cell.given(), cell.taken(), cell.rows(), cell.line()));
            if (corrections.size() > SHOWN_CORRECTIONS) {
                text.format(
                        "  and %,d more spellings: --json lists them all%n", corrections.size() - SHOWN_CORRECTIONS);
            }
            if (from != null) {
                text.format("  accounts, members and prices from %s; deals without a date at %s%n", from, latest);
            }
            notes.forEach(note -> text.format("  note: %s%n", note));
            text.format("%,d commands in %.1f s", commands, seconds);
            return text.toString();
        }
    }

    private String named(String value) {
        return value.contains(" ") ? value : value + " " + currency;
    }

    /** The findings as a CSV file would hold them, without header. */
    List<List<String>> reportRows() {
        return findings.stream()
                .map(finding -> Arrays.asList(
                        finding.file(),
                        Long.toString(finding.line()),
                        finding.key(),
                        finding.verdict().name(),
                        finding.reason(),
                        finding.code(),
                        finding.pointer()))
                .toList();
    }
}
