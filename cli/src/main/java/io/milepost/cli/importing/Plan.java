package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.importing.Story.Step;
import io.milepost.cli.suite.Item;
import io.milepost.cli.suite.NameBasedId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Rows as commands.
 *
 * <p>Every id and every idempotency key is made of the file kind, the step and the row's key, so a second run repeats
 * the first exactly. All that a row says about itself stands in the bodies, so a row that says something else under the
 * same key is noticed by the service. Days taken from the whole file are effective times only: they may move when the
 * file grows, and that changes no row. The one exception is {@link #first}, which is why it is a coarse one.
 */
final class Plan {

    private static final String PRICE_LIST = "price-list";

    private final Source source;
    private final ZoneId zone;
    private final LocalDate first;
    private final LocalDate latest;

    /** @param zone in which a day of the files begins */
    Plan(Source source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
        this.first = source.firstDay().orElseThrow(Plan::noDay);
        this.latest = source.latestDay().orElseThrow(Plan::noDay);
    }

    private static Failure noDay() {
        return new Failure("no deal has a date, so there is no day from which accounts and prices could hold");
    }

    /** From when accounts, members and prices hold. */
    LocalDate first() {
        return first;
    }

    /** Where deals without a date stand. */
    LocalDate latest() {
        return latest;
    }

    /** What deals point at. */
    List<Story> groundwork() {
        return Stream.of(
                        source.accounts().rows().stream().map(this::account),
                        source.agents().rows().stream().map(this::member),
                        Stream.of(priceList())
                                .filter(_ -> !source.products().rows().isEmpty()))
                .flatMap(stories -> stories)
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
        return new Story(FileKind.ACCOUNTS, row.line(), row.name(), 1, List.of(step));
    }

    private Story member(Agent row) {
        var id = NameBasedId.of(FileKind.SALES_TEAMS.word(), "team-member", row.code());
        var body = new Bodies.RegisterTeamMember(row.code(), row.team(), row.region(), first);
        var step = step(Service.LEAD, FileKind.SALES_TEAMS, row.code(), id, first, "register", body);
        return new Story(FileKind.SALES_TEAMS, row.line(), row.code(), 1, List.of(step));
    }

    private Story priceList() {
        var items = source.products().rows().stream()
                .map(product ->
                        new Bodies.PriceItem(product.code(), product.code(), product.price(), aliases(product.code())))
                .toList();
        var id = NameBasedId.of(FileKind.PRODUCTS.word(), PRICE_LIST, PRICE_LIST);
        var body = new Bodies.PublishPriceList("List prices", first, items);
        var step = step(Service.OPPORTUNITY, FileKind.PRODUCTS, PRICE_LIST, id, first, "publish", body);
        return new Story(FileKind.PRODUCTS, 1, PRICE_LIST, items.size(), List.of(step));
    }

    /** Spellings that differ in more than case: the price list ignores case already. */
    private List<String> aliases(String code) {
        var taken = new HashSet<String>(Set.of(FileKind.PRODUCTS.identityOf(code)));
        return source.aliases().getOrDefault(code, Collections.emptySortedMap()).keySet().stream()
                .filter(name -> taken.add(FileKind.PRODUCTS.identityOf(name)))
                .toList();
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
        return new Story(FileKind.SALES_PIPELINE, deal.line(), deal.id(), 1, steps);
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
        var at = day.atStartOfDay(zone).toInstant();
        return new Step(service, new Item(body.getClass().getSimpleName(), id, at, idempotencyKey, body));
    }

    private static UUID accountId(String name) {
        return NameBasedId.of(FileKind.ACCOUNTS.word(), "account", name);
    }

    private static UUID opportunityId(Deal deal) {
        return NameBasedId.of(FileKind.SALES_PIPELINE.word(), "opportunity", deal.id());
    }
}
