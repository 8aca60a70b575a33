package io.milepost.cli.demo.year;

import io.milepost.cli.Failure;
import io.milepost.cli.suite.Batches;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Plays the year of a company; a second time it changes nothing, and goes on where it was broken off. */
public final class Year {
    /** Requests at a time. */
    private static final int HANDS = 8;

    private final Company company;
    private final Crew crew;
    private final PrintStream out;

    private Year(Company company, Crew crew, PrintStream out) {
        this.company = company;
        this.crew = crew;
        this.out = out;
    }

    /**
     * The year of a company of this seed and size.
     *
     * @param seed from which all is drawn
     * @param scale of the full size, from 0 to 1
     * @param roles what sends batches as somebody of a role
     */
    public static Year of(
            long seed,
            BigDecimal scale,
            int year,
            Map<Service, URI> addresses,
            Function<String, Batches> roles,
            PrintStream out) {
        return new Year(new Company(seed, scale, year), new Crew(addresses, roles, HANDS), out);
    }

    public void tell() {
        out.printf(
                "%nThe year %d of a company, %s: %d people, %d leads, %d deals, %d contracts, %d flats%n",
                company.year(),
                company.mark(),
                company.people(),
                company.leads(),
                company.deals(),
                company.contracts(),
                company.flats());
        var beginning = new Beginning(company);
        var planning = new Planning(company);
        var launch = new Launch(company);
        beginning.people().forEach(rank -> tell("who is there", rank));
        tell("customers, segments, rates, and how the business units sell", beginning.stories());
        tell("the strategy", planning.strategy());
        tell("what the company is to reach", planning.wholes());
        tell("what everybody is to reach of it", planning.parts());
        tell("the phases of the launch", launch.beginning());
        tell("leads, deals, contracts, money and deliveries", new Selling(company).stories());
        tell("flats, and who buys them", launch.stories());
        var surprises = crew.surprises();
        surprises.stream().limit(20).forEach(surprise -> out.println("  not as planned: " + surprise));
        if (!surprises.isEmpty()) {
            throw new Failure(surprises.size() + " stories ended otherwise than planned");
        }
        out.printf("  look at it: /v1/reports/won?from=%1$s&to=%2$s&by=month%n", company.first(), company.last());
    }

    private void tell(String chapter, List<Story> stories) {
        var began = Instant.now();
        int before = crew.done();
        crew.tell(stories);
        var took = Duration.between(began, Instant.now());
        int many = crew.done() - before;
        out.printf(
                "  %s: %d stories, %d commands in %.1f s%n", chapter, stories.size(), many, took.toMillis() / 1000.0);
    }
}
