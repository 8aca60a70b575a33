package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.importing.Story.Step;
import io.milepost.cli.suite.Item;
import io.milepost.cli.suite.NameBasedId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Rows as commands.
 *
 * <p>Every id and every idempotency key is made of the file kind, the step and the row's key, so a second run repeats
 * the first exactly. All that a row says about itself stands in the bodies, so a row that says something else under the
 * same key is noticed by the service. Days taken from the whole file are effective times only: they may move when the
 * file grows, and that changes no row. The one exception is the day from which members and prices hold: the first import
 * sets it, and later ones keep what they find ({@link Held}).
 */
final class Plan {

    static final String NO_DAY =
            "no good row of a deal has a date, so there is no day from which accounts and prices could hold";

    private final Source source;
    private final ZoneId zone;
    private final Held held;
    private final LocalDate first;
    private final LocalDate latest;

    /**
     * @param zone in which a day of the files begins
     * @param held what the suite has of an earlier import
     */
    Plan(Source source, ZoneId zone, Held held) {
        this.source = source;
        this.zone = zone;
        this.held = held;
        this.first = source.firstDay().orElseThrow(() -> new Failure(NO_DAY));
        this.latest = source.latestDay().orElseThrow(() -> new Failure(NO_DAY));
    }

    /** What deals point at. */
    List<Story> groundwork() {
        return Stream.of(
                        source.accounts().rows().stream().map(this::account),
                        source.agents().rows().stream().map(this::member),
                        new PriceList(source, first, start(first)).stories(held.prices()).stream())
                .flatMap(stories -> stories)
                .toList();
    }

    /** What the reader of reports should know about days. */
    List<String> notes() {
        return held.members().values().stream()
                .map(Bodies.RegisterTeamMember::from)
                .max(LocalDate::compareTo)
                .filter(from -> from.isAfter(first))
                .map(from -> ("members stand in the suite from %s on, as an earlier import had it; a report as of an"
                                + " earlier day counts these deals under no team")
                        .formatted(from))
                .stream()
                .toList();
    }

    List<Story> deals() {
        return source.deals().rows().stream().map(this::deal).toList();
    }

    private Story account(Account row) {
        var body = new Bodies.OpenAccount(
                row.name(),
                row.industry(),
                row.foundedYear(),
                row.annualRevenue(),
                row.employees(),
                row.location(),
                row.parentName());
        var step = step(Service.LEAD, FileKind.ACCOUNTS, row.name(), accountId(row.name()), first, "open", body);
        return Story.of(FileKind.ACCOUNTS, row.line(), row.name(), List.of(step));
    }

    /** Managers first, since nobody reports to a member who is not there; those of one team register theirs once. */
    private Story member(Agent row) {
        var steps = new ArrayList<Step>();
        var seen = new HashSet<UUID>();
        for (var next = row; seen.add(memberId(next)); next = source.managerOf(next)) {
            var body = registration(next);
            steps.addFirst(
                    step(Service.LEAD, FileKind.SALES_TEAMS, memberKey(next), memberId(next), first, "register", body));
            if (body.manager() == null) {
                break;
            }
        }
        return Story.of(FileKind.SALES_TEAMS, row.line(), row.code(), steps);
    }

    /**
     * As an earlier import registered it, if there was one: since that day, and with no manager if there was none then;
     * another pipeline changes no member, and no row says anything of a manager without one.
     */
    private Bodies.RegisterTeamMember registration(Agent row) {
        var earlier = held.members().get(memberId(row));
        if (earlier == null) {
            return new Bodies.RegisterTeamMember(row.code(), row.team(), row.region(), first, row.manager());
        }
        if (!row.listed()) {
            return earlier;
        }
        var manager = earlier.manager();
        return new Bodies.RegisterTeamMember(
                row.code(),
                asHeld(earlier.team(), row.team()),
                asHeld(earlier.region(), row.region()),
                earlier.from(),
                manager == null || row.manager() == null ? manager : asHeld(manager, row.manager()));
    }

    /** Another spelling of the same name is no change. */
    private static String asHeld(String held, String given) {
        return Spelling.canonical(held).equals(Spelling.canonical(given)) ? held : given;
    }

    private Story deal(Deal deal) {
        var steps = new ArrayList<Step>();
        var prospect = deal.stage() == Stage.PROSPECTING;
        var began = prospect ? latest : Objects.requireNonNull(deal.engagedOn());
        steps.add(opportunity(
                deal,
                began,
                "identify",
                new Bodies.IdentifyOpportunity(
                        (prospect ? "Prospect " : "Deal ") + deal.id(),
                        deal.account() == null ? null : accountId(deal.account()),
                        deal.agent(),
                        deal.product().code(),
                        deal.expectedValue())));
        if (!prospect) {
            steps.add(opportunity(deal, began, "qualify", new Bodies.QualifyOpportunity(history(deal))));
        }
        if (deal.stage() == Stage.LOST) {
            var closedOn = Objects.requireNonNull(deal.closedOn());
            var body = new Bodies.CloseAsLost("Lost before the import; the reason was not recorded", closedOn);
            steps.add(opportunity(deal, closedOn, "close-as-lost", body));
        }
        if (deal.stage() == Stage.WON) {
            steps.addAll(contract(deal, Objects.requireNonNull(deal.closedOn())));
        }
        return Story.of(FileKind.SALES_PIPELINE, deal.line(), deal.id(), steps);
    }

    /** Stage and dates in words, so that a row in which only they differ is another content too. */
    private static String history(Deal deal) {
        var engaged = "Imported as %s: engaged on %s".formatted(deal.stage().label(), deal.engagedOn());
        return deal.closedOn() == null ? engaged : engaged + ", closed on " + deal.closedOn();
    }

    /** The opportunity is won by the signed contract alone. */
    private List<Step> contract(Deal deal, LocalDate signedOn) {
        var value = Objects.requireNonNull(deal.closeValue());
        var draft = new Bodies.DraftContract(
                "MIGRATED",
                "Signed before the import; the file holds no quotation",
                opportunityId(deal),
                accountId(Objects.requireNonNull(deal.account())),
                deal.agent(),
                value,
                List.of(new Bodies.ContractLine(deal.product().code(), 1, value)));
        return List.of(
                contractStep(deal, signedOn, "draft-contract", draft),
                contractStep(deal, signedOn, "sign-as-seller", new Bodies.SignContract("SELLER", signedOn)),
                contractStep(deal, signedOn, "sign-as-customer", new Bodies.SignContract("CUSTOMER", signedOn)));
    }

    private Step opportunity(Deal deal, LocalDate day, String name, Record body) {
        return step(Service.OPPORTUNITY, FileKind.SALES_PIPELINE, deal.id(), opportunityId(deal), day, name, body);
    }

    private Step contractStep(Deal deal, LocalDate day, String name, Record body) {
        var id = NameBasedId.of(FileKind.SALES_PIPELINE.word(), "contract", deal.id());
        return step(Service.CONTRACT, FileKind.SALES_PIPELINE, deal.id(), id, day, name, body);
    }

    private Step step(Service service, FileKind kind, String key, UUID id, LocalDate day, String name, Record body) {
        var idempotencyKey = NameBasedId.of(kind.word(), name, key);
        return new Step(service, new Item(body.getClass().getSimpleName(), id, start(day), idempotencyKey, body));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    static UUID memberId(Agent agent) {
        return NameBasedId.of(FileKind.SALES_TEAMS.word(), "team-member", memberKey(agent));
    }

    /** A manager without a row is called by others alone, and each may spell the name in another way. */
    private static String memberKey(Agent agent) {
        return agent.listed() ? agent.code() : "manager " + Spelling.canonical(agent.code());
    }

    private static UUID accountId(String name) {
        return NameBasedId.of(FileKind.ACCOUNTS.word(), "account", name);
    }

    private static UUID opportunityId(Deal deal) {
        return NameBasedId.of(FileKind.SALES_PIPELINE.word(), "opportunity", deal.id());
    }
}
