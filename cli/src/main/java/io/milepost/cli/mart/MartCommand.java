package io.milepost.cli.mart;

import io.milepost.cli.Arguments;
import io.milepost.cli.Failure;
import io.milepost.cli.SubCommand;
import io.milepost.cli.suite.Credentials;
import io.milepost.cli.suite.Http;
import io.milepost.cli.suite.Patience;
import io.milepost.cli.suite.Reads;
import io.milepost.cli.suite.Tokens;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks after the tables behind the reports. */
public final class MartCommand implements SubCommand {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Duration betweenLooks;

    public MartCommand() {
        this(BETWEEN_LOOKS);
    }

    /** @param betweenLooks at a rebuild's progress */
    MartCommand(Duration betweenLooks) {
        this.betweenLooks = betweenLooks;
    }

    @Override
    public String help() {
        return """
            look after the tables behind the reports
            Usage: milepost mart status            which generation answers, how complete it is, what is set aside
                   milepost mart rebuild           build the tables anew beside those that answer, and tell how far it is
                   milepost mart cancel            give up what is built
                   milepost mart reconcile         hold every table against the topics
                   milepost mart set-aside         subjects and records that figures leave out, and why
                   milepost mart redrive           try them again
                   milepost mart acknowledge ID    a record that is no event is known of
                   milepost mart schemas           what earlier versions have left in the database
                   milepost mart drop SCHEMA       remove one of these
              --dataset NAME --subject ID   set-aside and redrive: of this dataset or subject alone
              --no-wait                     rebuild: only begin it
              --reporting-url URL, --issuer-url URL, --client ID (operator), --secret TEXT or the environment's
              MILEPOST_CLIENT_SECRET
            Exit codes: 0 done; 2 tables differ, something stays set aside, or the rebuild was given up; 1 could not be
            finished. A rebuild goes on when this command is interrupted.\
            """;
    }

    @Override
    public Set<String> options() {
        return Set.of("reporting-url", "issuer-url", "client", "secret", "dataset", "subject");
    }

    @Override
    public Set<String> flags() {
        return Set.of("no-wait");
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) {
        var words = arguments.words();
        if (words.isEmpty()) {
            throw new Failure("expected what to do, such as status; --help tells more");
        }
        var patience = Patience.of(Duration.ofSeconds(60), why -> err.println("waiting: " + why));
        try (var http = Http.client()) {
            var tokens = new Tokens(
                    http,
                    arguments.address("issuer-url", Credentials.LOCAL_ISSUER),
                    credentials(arguments),
                    patience,
                    InstantSource.system());
            var mart = new Mart(
                    arguments.address("reporting-url", "http://localhost:8085"), new Reads(http, tokens, patience));
            return run(arguments, words, new MartReport(out), mart, err);
        }
    }

    private int run(Arguments arguments, List<String> words, MartReport report, Mart mart, PrintStream err) {
        var first = words.getFirst();
        if (words.size() != (first.equals("acknowledge") || first.equals("drop") ? 2 : 1)) {
            throw new Failure(
                    "%s takes %s".formatted(first, first.matches("acknowledge|drop") ? "one name" : "no more words"));
        }
        return switch (first) {
            case "status" -> report.status(mart.get(""));
            case "rebuild" -> rebuild(mart, report, err, arguments.flag("no-wait"));
            case "cancel" -> report.status(mart.act("DELETE", "/rebuild"));
            case "reconcile" -> report.reconciled(mart.get("/reconcile"));
            case "set-aside" -> report.setAside(mart.get("/set-aside" + chosen(arguments)));
            case "redrive" -> report.redriven(mart.act("POST", "/redrive" + chosen(arguments)));
            case "acknowledge" ->
                report.status(mart.act("POST", "/set-aside/" + encoded(words.getLast()) + "/acknowledge"));
            case "schemas" -> report.schemas(mart.get("/schemas"));
            case "drop" -> report.schemas(mart.act("DELETE", "/schemas/" + encoded(words.getLast())));
            default -> throw new Failure("mart does not know " + first);
        };
    }

    private int rebuild(Mart mart, MartReport report, PrintStream err, boolean only) {
        var begun = mart.act("POST", "/rebuild");
        int next = begun.at("/rebuild/generation").asInt(0);
        if (only || next == 0) {
            return report.status(begun);
        }
        while (true) {
            var now = mart.get("");
            if (now.get("generation").asInt() >= next) {
                return report.status(now);
            }
            if (now.has("rebuild") && now.at("/rebuild/generation").asInt() == next) {
                report.progress(now.get("rebuild"), err);
            } else if (MartReport.state(now, next).equals("CANCELLED")
                    || MartReport.state(now, next).equals("DROPPED")) {
                err.println("generation %d was given up".formatted(next));
                return 2;
            }
            rest();
        }
    }

    private void rest() {
        try {
            Thread.sleep(betweenLooks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted; the rebuild goes on", e);
        }
    }

    private static String chosen(Arguments arguments) {
        String query = Stream.of("dataset", "subject")
                .flatMap(name -> arguments.option(name).map(value -> name + "=" + encoded(value)).stream())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Credentials credentials(Arguments arguments) {
        var client = arguments.option("client").orElse("operator");
        return arguments
                .option("secret")
                .or(() -> Optional.ofNullable(System.getenv("MILEPOST_CLIENT_SECRET")))
                .map(secret -> new Credentials(client, secret))
                .orElseGet(() -> Credentials.local(client));
    }
}
