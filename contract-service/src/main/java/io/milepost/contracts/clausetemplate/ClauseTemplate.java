package io.milepost.contracts.clausetemplate;

import static io.milepost.contracts.clausetemplate.ClauseTemplate.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.contracts.kernel.StandardClause;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.contracts.kernel.Wordings;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.SelfIdentified;
import io.milepost.platform.value.Codes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of a kind of contract in their versions. Its id follows from its name, which is that of the sales process whose
 * contracts are drafted from it, and so of the business unit and the mode that the process is for; {@code standard} is for all others.
 *
 * @param versions by number, which begin at one
 */
public record ClauseTemplate(String name, List<Version> versions) {
    /** The template of contracts whose sales process has none of its own. */
    public static final String STANDARD = "standard";

    static final Decider<ClauseTemplate, Command, Event> DECIDER =
            new Decider<>(ClauseTemplate::decide, ClauseTemplate::begin, ClauseTemplate::evolve);

    /** A template without any version yet. */
    public record DefineClauseTemplate(String name) implements SelfIdentified {
        @Override
        public UUID entityId() {
            return idOf(name);
        }
    }

    /** What may be asked of a template that is defined. */
    public sealed interface Command {}

    /** What the next version says; in place of the draft, where there is one. */
    public record DraftWording(List<StandardClause> clauses) implements Command {
        public DraftWording {
            clauses = List.copyOf(clauses);
        }
    }

    /** Contracts are drafted from it from a day on, today when absent; it never changes after that. */
    public record PublishWording(int version, @Nullable LocalDate effectiveOn) implements Command {}

    /** No more contracts are drafted from it; those that were keep it. */
    public record RetireWording(int version) implements Command {}

    public sealed interface Event {}

    public record ClauseTemplateDefined(String name) implements Event {}

    public record WordingDrafted(int version, List<StandardClause> clauses) implements Event {
        public WordingDrafted {
            clauses = List.copyOf(clauses);
        }
    }

    /** It holds all that others need to know of the version. */
    public record WordingPublished(int version, String name, LocalDate effectiveOn, List<StandardClause> clauses)
            implements Event {
        public WordingPublished {
            clauses = List.copyOf(clauses);
        }
    }

    public record WordingRetired(int version, String name, LocalDate on) implements Event {}

    public enum No implements Refusal {
        ID_NOT_OF_NAME(rule("the id of a clause template follows from its name; leave it out")),
        CLAUSES_MISSING(rule("a version of a clause template needs at least one clause")),
        CLAUSE_DOUBLED(rule("a code can name only one clause")),
        EFFECTIVE_IN_PAST(rule("a version cannot take effect on a day that has passed")),
        VERSION_UNKNOWN(rule("the template has no such version")),
        VERSION_PUBLISHED(state("the version was published with another day")),
        VERSION_NOT_PUBLISHED(state("the version must be published before it is retired")),
        VERSION_RETIRED(state("the version has been retired"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public enum Status {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    /** {@code effectiveOn} is absent while it is a draft. */
    public record Version(
            int number, Status status, @Nullable LocalDate effectiveOn, List<StandardClause> clauses) {
        public Version {
            clauses = List.copyOf(clauses);
        }
    }

    public ClauseTemplate {
        versions = List.copyOf(versions);
    }

    /** The entity of this name, in whatever spelling. */
    public static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(("clause-template " + Codes.canonical(name)).getBytes(StandardCharsets.UTF_8));
    }

    /** Those that are published and not retired. */
    public Wordings wordings() {
        return new Wordings(versions.stream()
                .filter(version -> version.status() == Status.PUBLISHED)
                .map(version -> new Wordings.Dated(
                        Objects.requireNonNull(version.effectiveOn()),
                        new StandardWording(name, version.number(), version.clauses())))
                .toList());
    }

    static Decision<Event> define(DefineClauseTemplate define, Occasion occasion) {
        return check().text("/name", define.name())
                .that(occasion.id().equals(define.entityId()), "/id", ID_NOT_OF_NAME)
                .accept(() -> new ClauseTemplateDefined(define.name()));
    }

    static Decision<Event> decide(ClauseTemplate template, Command command, Occasion occasion) {
        var today = occasion.today();
        return switch (command) {
            case DraftWording(var clauses) -> template.draft(clauses);
            case PublishWording(var number, var on) -> template.publish(number, on, today);
            case RetireWording(var number) -> template.retire(number, today);
        };
    }

    static ClauseTemplate begin(Event first) {
        return new ClauseTemplate(((ClauseTemplateDefined) first).name(), List.of());
    }

    static ClauseTemplate evolve(ClauseTemplate template, Event event) {
        return switch (event) {
            case ClauseTemplateDefined _ -> template;
            case WordingDrafted(var number, var clauses) ->
                template.with(new Version(number, Status.DRAFT, null, clauses));
            case WordingPublished(var number, var _, var on, var clauses) ->
                template.with(new Version(number, Status.PUBLISHED, on, clauses));
            case WordingRetired(var number, var _, var _) -> {
                var version = template.version(number).orElseThrow();
                yield template.with(new Version(number, Status.RETIRED, version.effectiveOn(), version.clauses()));
            }
        };
    }

    private Decision<Event> draft(List<StandardClause> clauses) {
        var open = versions.stream()
                .filter(version -> version.status() == Status.DRAFT)
                .findFirst();
        int number = open.map(Version::number).orElse(versions.size() + 1);
        return checkClauses(clauses)
                .then(() ->
                        open.filter(draft -> draft.clauses().equals(clauses)).isPresent()
                                ? unchanged()
                                : accepted(new WordingDrafted(number, clauses)));
    }

    private static Checks checkClauses(List<StandardClause> clauses) {
        var checks = check().that(!clauses.isEmpty(), "/clauses", CLAUSES_MISSING);
        var codes = new HashSet<String>();
        for (int i = 0; i < clauses.size(); i++) {
            var clause = clauses.get(i);
            var pointer = "/clauses/" + i;
            checks = checks.text(pointer + "/code", clause.code())
                    .text(pointer + "/title", clause.title())
                    .text(pointer + "/text", clause.text())
                    .that(codes.add(Codes.canonical(clause.code())), pointer + "/code", CLAUSE_DOUBLED);
        }
        return checks;
    }

    private Decision<Event> publish(int number, @Nullable LocalDate effectiveOn, LocalDate today) {
        var known = version(number);
        if (known.isEmpty()) {
            return refusedAt("/version", VERSION_UNKNOWN);
        }
        var version = known.get();
        return switch (version.status()) {
            case DRAFT -> {
                var on = Objects.requireNonNullElse(effectiveOn, today);
                yield check().that(!on.isBefore(today), "/effectiveOn", EFFECTIVE_IN_PAST)
                        .within(NEAR, "/effectiveOn", on, today)
                        .accept(() -> new WordingPublished(number, name, on, version.clauses()));
            }
            case PUBLISHED ->
                effectiveOn == null || effectiveOn.equals(version.effectiveOn())
                        ? unchanged()
                        : refusedAt("/effectiveOn", VERSION_PUBLISHED);
            case RETIRED -> refused(VERSION_RETIRED);
        };
    }

    private Decision<Event> retire(int number, LocalDate today) {
        return version(number)
                .<Decision<Event>>map(version -> switch (version.status()) {
                    case DRAFT -> refused(VERSION_NOT_PUBLISHED);
                    case PUBLISHED -> accepted(new WordingRetired(number, name, today));
                    case RETIRED -> unchanged();
                })
                .orElseGet(() -> refusedAt("/version", VERSION_UNKNOWN));
    }

    private Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    private ClauseTemplate with(Version changed) {
        var others = versions.stream().filter(version -> version.number() != changed.number());
        return new ClauseTemplate(
                name,
                Stream.concat(others, Stream.of(changed))
                        .sorted(Comparator.comparingInt(Version::number))
                        .toList());
    }
}
