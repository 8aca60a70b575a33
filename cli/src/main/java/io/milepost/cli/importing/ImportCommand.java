package io.milepost.cli.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.milepost.cli.Arguments;
import io.milepost.cli.Failure;
import io.milepost.cli.SubCommand;
import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.importing.Summary.Outcome;
import io.milepost.cli.suite.Batches;
import io.milepost.cli.suite.Credentials;
import io.milepost.cli.suite.Http;
import io.milepost.cli.suite.Patience;
import io.milepost.cli.suite.Reads;
import io.milepost.cli.suite.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code milepost import DIR}: any CRM's export, read by a {@link Mapping}. */
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
                read a CRM's export from CSV files into the suite: accounts, products, members, leads, deals, contracts
                Usage: milepost import DIR [options]
                       milepost import --print-mapping CSV
                A mapping says which files DIR holds and what stands in them. Without one DIR holds accounts.csv,
                products.csv, sales_teams.csv and sales_pipeline.csv; revenue is in millions.
                Original dates become effective dates. A second run follows deals that moved on and accounts that changed
                where the files are newer than the suite, adds what is new, and changes nothing else: it reports rows that
                were there (replayed) and names what the files say otherwise and the suite keeps (CHANGED).
                Rows that cannot be read or contradict themselves are BAD and not sent, all others are: a quote that is
                not closed in its line, a cell of more than 200 characters or with control characters, text that is not
                UTF-8, a day to come or outside of 1900 to 2200, an amount with more decimals than its currency has or
                more than 15 digits before them. Names are matched whatever their case, blanks and composition are,
                and every other spelling is told.
                  --mapping FILE          how the files are read: a YAML file, or one of salesforce, hubspot, dynamics,
                                          pipedrive, marketing-funnel and crm-sales, which is the default
                  --print-mapping CSV     propose a mapping for this file from its header, and do nothing else; for a name
                                          of --mapping it prints that one
                  --as-of DAY             when the files were written, as 2026-03-31: what does not say when it was changed
                                          holds since then
                  --currency CODE         of all amounts that name none, default the mapping's, else USD
                  --delimiter CHARACTER   between cells: comma, semicolon, tab, pipe or the character; default the mapping's
                  --zone ZONE             in which a day of the files begins, default UTC; as milepost.zone of the suite:
                                          another one that would move days is noticed and nothing is sent
                  --report FILE           write every changed, refused or bad row to this CSV file:
                                          file, line, key, verdict, reason, code and pointer
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
                "mapping",
                "print-mapping",
                "as-of",
                "currency",
                "delimiter",
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
        var printed = arguments.option("print-mapping");
        if (printed.isPresent()) {
            out.print(Proposal.of(printed.get()));
            return 0;
        }
        var zone = zone(arguments);
        var today = LocalDate.ofInstant(patience.clock().instant(), zone);
        var mapping = mapping(arguments);
        var directory = directory(arguments);
        var report = arguments.option("report").map(file -> report(file, directory, mapping));
        var terms = new Terms(currency(arguments, mapping), today, zone, asOf(arguments, today));
        var source = Source.read(directory, mapping, terms);
        var tally = new Tally(source);
        var progress = new Progress(err, System::nanoTime, source.goodRows());
        var outcome = arguments.flag("dry-run")
                ? new Outcome(false, source.firstDay().isPresent() ? null : Plan.NO_DAY, List.of())
                : send(arguments, source, zone, today, tally, progress);
        var summary = Summary.of(source, tally, progress, outcome);
        if (arguments.flag("json")) {
            out.println(JSON.writeValueAsString(summary));
        } else {
            out.println(summary.text());
            show(summary, arguments.option("report").orElse(null), err);
        }
        if (outcome.failure() != null) {
            err.println("milepost import: " + outcome.failure());
            if (progress.sent() > 0) {
                err.println("Run the same command again: nothing is done twice.");
            }
        }
        report.ifPresent(file -> write(summary, file));
        return summary.exitCode();
    }

    private Outcome send(
            Arguments arguments, Source source, ZoneId zone, LocalDate today, Tally tally, Progress progress) {
        var issuer = arguments.address("issuer-url", Credentials.LOCAL_ISSUER);
        var addresses = Map.of(
                Service.LEAD, arguments.address("lead-url", "http://localhost:8081"),
                Service.OPPORTUNITY, arguments.address("opportunity-url", "http://localhost:8082"),
                Service.CONTRACT, arguments.address("contract-url", "http://localhost:8083"));
        var concurrency = arguments.number("concurrency", 4, 1, 64);
        var audible = patience.telling(progress::trouble);
        var notes = new ArrayList<String>();
        try (var http = Http.client()) {
            var tokens = new Tokens(http, issuer, credentials(arguments), audible, InstantSource.system());
            var batches = new Batches(http, tokens, audible);
            var zones = new ZoneCheck(batches, Objects.requireNonNull(addresses.get(Service.OPPORTUNITY)), zone);
            zones.hold(source.daysBefore(today.minusDays(1))).ifPresent(notes::add);
            var reads = new Reads(http, tokens, audible);
            var plan = new Plan(source, zone, Held.read(reads, addresses, source), new Suite(reads, addresses));
            notes.addAll(plan.notes());
            var storyteller = new Storyteller(batches, addresses, chunkSize, concurrency, progress);
            storyteller.tell(plan.groundwork(), tally);
            storyteller.tell(plan.leads(), tally);
            storyteller.tell(plan.deals(), tally);
            storyteller.tell(plan.contracts(), tally);
            return new Outcome(true, null, notes);
        } catch (Failure failure) {
            return new Outcome(false, failure.getMessage(), notes);
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

    private static Mapping mapping(Arguments arguments) {
        var mapping = arguments.option("mapping").map(Mapping::of).orElseGet(Mapping::standard);
        return arguments
                .option("delimiter")
                .map(Delimiter::of)
                .map(mapping::with)
                .orElse(mapping);
    }

    private static @Nullable LocalDate asOf(Arguments arguments, LocalDate today) {
        var text = arguments.option("as-of");
        if (text.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text.get());
            if (!day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new Failure("--as-of is not a day such as 2026-03-31: " + Shown.cell(text.get()), e);
        }
        throw new Failure("--as-of is a day to come: " + text.get());
    }

    private static Currency currency(Arguments arguments, Mapping mapping) {
        var own = mapping.currency();
        var code = arguments.option("currency").orElse(own == null ? "USD" : own);
        try {
            var currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() < 0) {
                throw new Failure("--currency is nothing that is paid with: " + code);
            }
            return currency;
        } catch (IllegalArgumentException e) {
            throw new Failure("--currency is not an ISO 4217 code: " + code, e);
        }
    }

    private static ZoneId zone(Arguments arguments) {
        var id = arguments.option("zone").orElse("UTC");
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new Failure("--zone is not a time zone such as UTC or Europe/Berlin: " + Shown.cell(id), e);
        }
    }

    /** Said before anything is sent, for after the import it would be late to hear. */
    private static Path report(String text, Path directory, Mapping mapping) {
        try {
            var file = Path.of(text).toAbsolutePath().normalize();
            if (Files.isDirectory(file) || !Files.isDirectory(Objects.requireNonNull(file.getParent()))) {
                throw new Failure("--report is not a file in a directory that is there: " + text);
            }
            if (mapping.kinds().stream().anyMatch(kind -> same(file, directory.resolve(mapping.fileName(kind))))) {
                throw new Failure("--report would overwrite a file that is to be read: " + text);
            }
            return file;
        } catch (InvalidPathException e) {
            throw new Failure("--report is not a file: " + text, e);
        }
    }

    private static boolean same(Path one, Path other) {
        return one.equals(other.toAbsolutePath().normalize());
    }

    private static void write(Summary summary, Path file) {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("file", "line", "key", "verdict", "reason", "code", "pointer");
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
