package io.milepost.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.milepost.cli.suite.Batches;
import io.milepost.cli.suite.Credentials;
import io.milepost.cli.suite.Http;
import io.milepost.cli.suite.Item;
import io.milepost.cli.suite.ItemAnswer;
import io.milepost.cli.suite.NameBasedId;
import io.milepost.cli.suite.Patience;
import io.milepost.cli.suite.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Records the exchange rates of a file, each once however often it is read. */
final class RatesCommand implements SubCommand {
    private static final int PER_BATCH = 500;
    private static final Set<String> COLUMNS = Set.of("from", "to", "on", "rate");

    private record RecordExchangeRate(String from, String to, LocalDate on, BigDecimal rate) {}

    private record Line(long number, Item item) {}

    @Override
    public String help() {
        return """
                record exchange rates from a CSV file
                Usage: milepost rates FILE [--lead-url http://localhost:8081] [--issuer-url http://localhost:8090]
                   [--client ID (importer)] [--secret TEXT]
                The first line names the columns: from and to are currencies (USD), on is a day (2026-03-31), and rate is what one
                of from was worth in to. A second run changes nothing. A rate that the suite knows otherwise stays as it is and is
                told: the command correct of /v1/exchange-rates puts it right, with a reason.
                Exit codes: 0 every rate is in the suite; 2 some were not taken, each told with its line; 1 could not be finished.\
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of("lead-url", "issuer-url", "client", "secret");
    }

    @Override
    public Set<String> flags() {
        return Set.of();
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) {
        var lines = read(arguments.onlyWord("file of rates"));
        var lead = arguments.address("lead-url", "http://localhost:8081");
        var issuer = arguments.address("issuer-url", Credentials.LOCAL_ISSUER);
        var client = arguments.option("client").orElse("importer");
        var credentials = new Credentials(
                client,
                arguments.option("secret").orElse(Credentials.local(client).secret()));
        var patience = Patience.of(Duration.ofMinutes(2), why -> err.println("waiting: " + why));
        try (var http = Http.client()) {
            var batches = new Batches(
                    http, new Tokens(http, issuer, credentials, patience, InstantSource.system()), patience);
            return record(lines, batches, lead, out);
        }
    }

    private static int record(List<Line> lines, Batches batches, URI lead, PrintStream out) {
        int recorded = 0;
        int known = 0;
        int refused = 0;
        for (int from = 0; from < lines.size(); from += PER_BATCH) {
            var some = lines.subList(from, Math.min(lines.size(), from + PER_BATCH));
            var answers = batches.send(lead, some.stream().map(Line::item).toList());
            for (int at = 0; at < answers.size(); at++) {
                var answer = answers.get(at);
                if (answer.done()) {
                    recorded += answer.replayed() ? 0 : 1;
                    known += answer.replayed() ? 1 : 0;
                } else {
                    refused++;
                    out.printf("line %d: %s%n", some.get(at).number(), why(answer));
                }
            }
        }
        out.printf("%d rates recorded, %d were there, %d not taken%n", recorded, known, refused);
        return refused == 0 ? 0 : 2;
    }

    private static String why(ItemAnswer answer) {
        return answer.otherContent()
                ? "the suite has another rate of that day, which stays"
                : "%s %s".formatted(answer.code(), answer.detail()).strip();
    }

    private static List<Line> read(String file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of(file))) {
            var lines = new ArrayList<Line>();
            for (var row : rows) {
                if (!Set.copyOf(row.getHeader()).containsAll(COLUMNS)) {
                    throw new Failure(
                            "%s needs the columns from, to, on and rate, and has %s".formatted(file, row.getHeader()));
                }
                lines.add(new Line(row.getStartingLineNumber(), item(file, row)));
            }
            return lines;
        } catch (IOException | InvalidPathException | CsvParseException e) {
            throw new Failure(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Named after what it is of, so that it is the same in every run. */
    private static Item item(String file, NamedCsvRecord row) {
        try {
            var rate = new RecordExchangeRate(
                    row.getField("from").strip(),
                    row.getField("to").strip(),
                    LocalDate.parse(row.getField("on").strip()),
                    new BigDecimal(row.getField("rate").strip()));
            var name = "%s/%s/%s".formatted(rate.from(), rate.to(), rate.on());
            return new Item(
                    "RecordExchangeRate",
                    NameBasedId.of("exchange-rate", name),
                    null,
                    NameBasedId.of("record-exchange-rate", name),
                    rate);
        } catch (DateTimeException | NumberFormatException e) {
            throw new Failure(
                    "%s, line %d is no rate: %s".formatted(file, row.getStartingLineNumber(), row.getFields()), e);
        }
    }
}
