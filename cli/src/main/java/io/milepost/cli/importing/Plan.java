package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.importing.Story.Step;
import io.milepost.cli.suite.Item;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows as commands.
 *
 * <p>Every id and every idempotency key is made of the file kind, the step and the row's key, so a second run repeats
 * the first exactly. All that a row says about itself stands in the bodies, so a row that says something else under the
 * same key is noticed by the service, and followed where that can be done ({@link Revision}). Days taken from the whole file are
 * effective times only: they may move when the file grows, and that changes no row. The one exception is the day from which members
 * and prices hold: the first import sets it, and later ones keep what they find ({@link Held}).
 */
final class Plan {

    static final String NO_DAY =
            "no good row of a deal has a date, so there is no day from which accounts and prices could hold";

    private final Source source;
    private final ZoneId zone;
    private final Held held;
    private final Ids ids;
    private final LocalDate first;
    private final DealPlan dealPlan;
    private final LeadPlan leadPlan;
    private final @Nullable Revision revision;

    /** Of a first import, and of tests that have no suite. */
    Plan(Source source, ZoneId zone, Held held) {
        this(source, zone, held, null);
    }

    /**
     * @param zone in which a day of the files begins
     * @param held what the suite has of an earlier import
     * @param suite that is asked about rows that it has with another content; null where none is
     */
    Plan(Source source, ZoneId zone, Held held, @Nullable Suite suite) {
        this.source = source;
        this.zone = zone;
        this.held = held;
        this.ids = new Ids(source.mapping());
        this.first = source.firstDay().orElseThrow(() -> new Failure(NO_DAY));
        var latest = source.latestDay().orElseThrow(() -> new Failure(NO_DAY));
        this.dealPlan = new DealPlan(ids, zone, source.contracted(), latest);
        this.leadPlan = new LeadPlan(ids, zone, latest);
        this.revision = suite == null ? null : new Revision(suite, ids, dealPlan);
    }

    /** What deals point at. */
    List<Story> groundwork() {
        return Stream.of(
                        source.accounts().rows().stream().map(this::account),
                        source.agents().rows().stream().map(this::member),
                        new PriceList(source, first, dealPlan.start(first)).stories(held.prices()).stream())
                .flatMap(stories -> stories)
                .toList();
    }

    /** What the reader of reports should know about days. */
    List<String> notes() {
        var unregistered = source.leads().rows().stream()
                .filter(lead -> !lead.canBeRegistered())
                .count();
        var leads = unregistered == 0
                ? Stream.<String>empty()
                : Stream.of(
                        ("%,d leads have no contact, no need or no note of consent; they are captured and stay out of the"
                                        + " register until somebody completes them")
                                .formatted(unregistered));
        return Stream.concat(leads, since()).toList();
    }

    private Stream<String> since() {
        return held.members().values().stream()
                .map(Bodies.RegisterTeamMember::from)
                .max(LocalDate::compareTo)
                .filter(from -> from.isAfter(first))
                .map(from -> ("members stand in the suite from %s on, as an earlier import had it; a report as of an"
                                + " earlier day counts these deals under no team")
                        .formatted(from))
                .stream();
    }

    List<Story> leads() {
        return source.leads().rows().stream().map(leadPlan::story).toList();
    }

    List<Story> deals() {
        return source.deals().rows().stream()
                .map(deal -> {
                    var story = dealPlan.story(deal);
                    return revision == null ? story : story.revisedBy(revision.of(deal, story));
                })
                .toList();
    }

    List<Story> contracts() {
        return source.contracts().rows().stream().map(dealPlan::story).toList();
    }

    private Story account(Account row) {
        var body = new Bodies.OpenAccount(
                row.name(),
                row.industry(),
                row.foundedYear(),
                row.annualRevenue(),
                row.employees(),
                row.location(),
                row.parentName(),
                row.registrationNumber(),
                row.country());
        var step = step(FileKind.ACCOUNTS, row.key(), ids.account(row.key()), "open", body);
        var story = Story.of(FileKind.ACCOUNTS, row.line(), row.name(), List.of(step));
        return revision == null ? story : story.revisedBy(revision.of(row, story));
    }

    /** Managers first, since nobody reports to a member who is not there; those of one team register theirs once. */
    private Story member(Agent row) {
        var steps = new ArrayList<Step>();
        var seen = new HashSet<UUID>();
        for (var next = row; seen.add(ids.member(next)); next = source.managerOf(next)) {
            var body = registration(next);
            steps.addFirst(step(FileKind.SALES_TEAMS, ids.memberKey(next), ids.member(next), "register", body));
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
        var earlier = held.members().get(ids.member(row));
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

    private Step step(FileKind kind, String key, UUID id, String name, Record body) {
        var item = new Item(
                body.getClass().getSimpleName(),
                id,
                first.atStartOfDay(zone).toInstant(),
                ids.key(kind, name, key),
                body);
        return new Step(Service.LEAD, item);
    }
}
