package io.milepost.cli.demo;

import io.milepost.cli.Arguments;
import io.milepost.cli.Failure;
import io.milepost.cli.SubCommand;
import io.milepost.cli.demo.year.Service;
import io.milepost.cli.demo.year.Year;
import io.milepost.cli.suite.Batches;
import io.milepost.cli.suite.Credentials;
import io.milepost.cli.suite.Desk;
import io.milepost.cli.suite.Http;
import io.milepost.cli.suite.Patience;
import io.milepost.cli.suite.Reads;
import io.milepost.cli.suite.Tokens;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A strategic deal with its duties, a deal from the captured lead to the closed project, a quarter before there is one, how a strategic one is won, a contract that is changed, a delivery that goes wrong, and a person who is forgotten, each step printed; and the year of a company. */
public final class DemoCommand implements SubCommand {

    private static final String UNIT = "unit";
    private static final String PLANNING = "planning";
    private static final String PURSUIT = "pursuit";
    private static final String CHANGE = "change";
    private static final String DELIVERY = "delivery";
    private static final String YEAR = "year";
    private static final String SCALE = "scale";
    private static final String SEED = "seed";
    private static final String PRIVACY = "privacy";
    private static final String DATA = "data";

    @Override
    public String help() {
        return """
                walk a strategic deal with its duties, and one deal from the captured lead to the closed project
                Usage: milepost demo [unit|planning|pursuit|change|delivery|privacy|year] [--lead-url http://localhost:8081] [--opportunity-url http://localhost:8082]
                   [--contract-url http://localhost:8083] [--delivery-url http://localhost:8084]
                   [--reporting-url http://localhost:8085] [--issuer-url http://localhost:8090] [--scale 0.02] [--seed 1] [--year LAST] [--data .milepost]
                Every step is a request of the public API, printed with the events that it caused and where to read
                them; attempts that come too early, or from the wrong person, are refused to show gates and duties. Each run makes
                deals of its own. With unit it is a launch weekend instead: 40 buyers for 10 units, one day. With planning it
                is a quarter before there is a deal: research, strategy, target, campaign, a walk-in day with its registers,
                and what becomes of the leads. With pursuit it is how a strategic deal is won: charter, decision, team, plans,
                risks and reports, what the customer needs, what solves it, what it is offered for until it is accepted, and a
                pursuit of before that is taken over with a report that nobody wrote.
                With change it is a contract with two amendments, to the last receipt. With delivery it is what comes
                after the signature when it goes wrong: a handover that is sent back, a point that fails, a change, a closing that
                is blocked, visits and a case. With privacy it is a person from the lead to the certificate of its erasure in all
                services with the files and receivers that it names; every byte below --data, and every dataset as a file, is
                looked through for it, before and after. With year it is a year of a
                company, the last one unless --year says another, many requests at a time: three business units, 60 people, 5,000 leads, 900 deals and 300 contracts in two currencies
                with --scale 1, and as much less with less. All is drawn from --seed; the same again changes nothing, and goes on
                where it was broken off.\
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of(
                "lead-url",
                "opportunity-url",
                "contract-url",
                "delivery-url",
                "reporting-url",
                "issuer-url",
                SCALE,
                SEED,
                YEAR,
                DATA);
    }

    @Override
    public Set<String> flags() {
        return Set.of();
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) {
        var which = String.join(" ", arguments.words());
        if (!Set.of("", UNIT, PLANNING, PURSUIT, CHANGE, DELIVERY, PRIVACY, YEAR)
                .contains(which)) {
            throw new Failure("there is no demo of %s, only of %s, %s, %s, %s, %s, %s and %s"
                    .formatted(which, UNIT, PLANNING, PURSUIT, CHANGE, DELIVERY, PRIVACY, YEAR));
        }
        var issuer = arguments.address("issuer-url", Credentials.LOCAL_ISSUER);
        var patience = Patience.of(Duration.ofSeconds(30), why -> err.println("waiting: " + why));
        try (var http = Http.client()) {
            var services = new Services(
                    arguments.address("lead-url", "http://localhost:8081"),
                    arguments.address("opportunity-url", "http://localhost:8082"),
                    arguments.address("contract-url", "http://localhost:8083"),
                    arguments.address("delivery-url", "http://localhost:8084"));
            switch (which) {
                case UNIT -> new LaunchWeekend(services.contract(), () -> new Desk(http, issuer, patience), out).tell();
                case PLANNING -> new Quarter(services, new Narrator(new Desk(http, issuer, patience), out)).tell();
                case PURSUIT -> new Pursuit(services, new Narrator(new Desk(http, issuer, patience), out)).tell();
                case CHANGE ->
                    new ChangedContract(services, new Narrator(new Desk(http, issuer, patience), out)).tell();
                case DELIVERY -> {
                    var narrator = new Narrator(new Desk(http, issuer, patience), out);
                    new RoughDelivery(services, narrator, new OneDeal(services, narrator, "Rhea Holm")).tell();
                }
                case YEAR ->
                    year(arguments, services, http, issuer, patience, out).tell();
                case PRIVACY ->
                    new ForgottenPerson(
                                    services,
                                    new Narrator(new Desk(http, issuer, patience), out),
                                    Path.of(arguments.option(DATA).orElse(".milepost")),
                                    new Exports(
                                            arguments.address("reporting-url", "http://localhost:8085"),
                                            new Reads(http, tokens(http, issuer, "analyst", patience), patience)))
                            .tell();
                default -> {
                    var narrator = new Narrator(new Desk(http, issuer, patience), out);
                    new StrategicDeal(services, narrator).tell();
                    new OneDeal(services, narrator).tell();
                }
            }
        }
        return 0;
    }

    private static Year year(
            Arguments arguments, Services at, HttpClient http, URI issuer, Patience patience, PrintStream out) {
        int last = LocalDate.now(ZoneOffset.UTC).getYear() - 1;
        var senders = new ConcurrentHashMap<String, Batches>();
        return Year.of(
                arguments.number(SEED, 1, 0, Integer.MAX_VALUE),
                scale(arguments.option(SCALE).orElse("0.02")),
                arguments.number(YEAR, last, last - 3, last),
                Map.of(
                        Service.LEAD, at.lead(),
                        Service.OPPORTUNITY, at.opportunity(),
                        Service.CONTRACT, at.contract(),
                        Service.DELIVERY, at.delivery()),
                role -> senders.computeIfAbsent(
                        role,
                        name -> new Batches(
                                http, tokens(http, issuer, name.toLowerCase(Locale.ROOT), patience), patience)),
                out);
    }

    private static Tokens tokens(HttpClient http, URI issuer, String client, Patience patience) {
        return new Tokens(http, issuer, Credentials.local(client), patience, InstantSource.system());
    }

    private static BigDecimal scale(String text) {
        if (!text.matches("0?\\.\\d{1,3}|1(\\.0{1,3})?")) {
            throw new Failure("--scale must be a part of the full size, such as 0.02 or 1, not " + text);
        }
        return new BigDecimal(text);
    }
}
