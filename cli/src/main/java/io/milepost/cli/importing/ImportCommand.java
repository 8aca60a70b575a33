package io.milepost.cli.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.milepost.cli.Arguments;
import io.milepost.cli.Failure;
import io.milepost.cli.SubCommand;
import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.suite.Batches;
import io.milepost.cli.suite.Credentials;
import io.milepost.cli.suite.Http;
import io.milepost.cli.suite.Patience;
import io.milepost.cli.suite.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code milepost import DIR}. */
public final class ImportCommand implements SubCommand {

    private static final int SHOWN_FINDINGS = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Patience patience;
    private final int chunkSize;

    /** Two minutes for a request; 200 items are small enough to be answered soon and to be sent again. */
    public ImportCommand() {
        this(Patience.of(Duration.ofMinutes(2), _ -> {}), 200);
    }

    ImportCommand(Patience patience, int chunkSize) {
        this.patience = patience;
        this.chunkSize = chunkSize;
    }

    @Override
    public String help() {
        return """
                read accounts, products, sales teams and a sales pipeline from CSV files into the suite
                Usage: milepost import DIR [options]
                DIR holds accounts.csv, products.csv, sales_teams.csv and sales_pipeline.csv; revenue is in millions.
                Original dates become effective dates. A second run changes nothing: it reports rows that were there
                (replayed) and rows that say something else than the first time (CHANGED, not applied).
                  --currency CODE         of all amounts, default USD
                  --zone ZONE             in which a day of the files begins, default UTC; as milepost.zone of the suite
                  --report FILE           write every changed, refused or bad row with line and reason to this CSV file
                  --json                  print one JSON object on stdout instead of text
                  --dry-run               read and check the files, send nothing
                  --concurrency N         batches in flight, default 4
                  --lead-url URL          default http://localhost:8081
                  --opportunity-url URL   default http://localhost:8082
                  --contract-url URL      default http://localhost:8083
                  --issuer-url URL        default http://localhost:8090
                  --client ID             client with role IMPORTER, default importer
                  --secret TEXT           its secret, default the environment's MILEPOST_CLIENT_SECRET, else local-<client>
                Exit codes: 0 every row is in the suite; 2 finished, but some rows were changed, refused or bad;
                1 could not be finished (run the same command again: nothing is done twice).""";
    }

    @Override
    public Set<String> options() {
        return Set.of(
                "currency",
                "zone",
                "report",
                "concurrency",
                "lead-url",
                "opportunity-url",
                "contract-url",
                "issuer-url",
                "client",
                "secret");
    }

    @Override
    public Set<String> flags() {
        return Set.of("json", "dry-run");
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) {
        var source = Source.read(directory(arguments), currency(arguments));
        var plan = new Plan(source, zone(arguments));
        var tally = new Tally(source);
        var progress = new Progress(err, System::nanoTime, source.goodRows());
        var dryRun = arguments.flag("dry-run");
        var failure = dryRun ? null : send(arguments, plan, tally, progress);
        var summary = Summary.of(source, plan, tally, progress, !dryRun && failure == null, failure);
        arguments.option("report").ifPresent(file -> write(summary, file));
        if (arguments.flag("json")) {
            out.println(JSON.writeValueAsString(summary));
        } else {
            out.println(summary.text());
            show(summary, arguments.option("report").orElse(null), err);
        }
        if (failure != null) {
            err.println("milepost import: " + failure + "\nRun the same command again: nothing is done twice.");
        }
        return summary.exitCode();
    }

    /** Why it could not be finished, or null. */
    private @Nullable String send(Arguments arguments, Plan plan, Tally tally, Progress progress) {
        var issuer = arguments.address("issuer-url", Credentials.LOCAL_ISSUER);
        var addresses = Map.of(
                Service.LEAD, arguments.address("lead-url", "http://localhost:8081"),
                Service.OPPORTUNITY, arguments.address("opportunity-url", "http://localhost:8082"),
                Service.CONTRACT, arguments.address("contract-url", "http://localhost:8083"));
        var concurrency = arguments.number("concurrency", 4, 1, 64);
        var audible = patience.telling(progress::trouble);
        try (var http = Http.client()) {
            var tokens = new Tokens(http, issuer, credentials(arguments), audible, InstantSource.system());
            var batches = new Batches(http, tokens, audible);
            var storyteller = new Storyteller(batches, addresses, chunkSize, concurrency, progress);
            storyteller.tell(plan.groundwork(), tally);
            storyteller.tell(plan.deals(), tally);
            return null;
        } catch (Failure failure) {
            return failure.getMessage();
        }
    }

    private static Credentials credentials(Arguments arguments) {
        var client = arguments.option("client").orElse("importer");
        var inEnvironment = System.getenv("MILEPOST_CLIENT_SECRET");
        return arguments
                .option("secret")
                .map(secret -> new Credentials(client, secret))
                .orElseGet(() ->
                        inEnvironment == null ? Credentials.local(client) : new Credentials(client, inEnvironment));
    }

    private static Path directory(Arguments arguments) {
        var text = arguments.onlyWord("directory");
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Failure("not a directory: " + text, e);
        }
    }

    private static Currency currency(Arguments arguments) {
        var code = arguments.option("currency").orElse("USD");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new Failure("--currency is not an ISO 4217 code: " + code, e);
        }
    }

    private static ZoneId zone(Arguments arguments) {
        var id = arguments.option("zone").orElse("UTC");
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new Failure("--zone is not a time zone: " + id, e);
        }
    }

    private static void write(Summary summary, String file) {
        try (var csv = CsvWriter.builder().build(Path.of(file))) {
            csv.writeRecord("file", "line", "key", "verdict", "reason");
            summary.reportRows().forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new Failure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void show(Summary summary, @Nullable String report, PrintStream err) {
        summary.findings().stream().limit(SHOWN_FINDINGS).forEach(err::println);
        var more = summary.findings().size() - SHOWN_FINDINGS;
        if (more > 0) {
            err.printf(
                    Locale.ROOT,
                    "and %,d more: %s%n",
                    more,
                    report == null ? "--report FILE writes them all" : "see " + report);
        }
    }
}
