package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.kernel.SalesProcesses.STANDARD;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.AfterSales;
import io.milepost.opportunities.kernel.ContractRules;
import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.SalesProcesses.SeedVersion;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Template;
import io.milepost.opportunities.kernel.Template.DeliveryChecklist;
import io.milepost.opportunities.kernel.Template.DiscountLimit;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.kernel.Template.Obligation;
import io.milepost.opportunities.kernel.Template.ReviewRule;
import io.milepost.opportunities.kernel.Template.SalesChecklist;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.SelfIdentified;
import io.milepost.platform.value.Codes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sales process in its versions. Its id follows from its name, so that whoever identifies a deal finds it by that.
 *
 * @param businessUnit the unit that sells by it; all units when absent
 * @param versions by number, which begin at one
 */
public record SalesProcessVersions(String name, @Nullable String businessUnit, Mode mode, List<Version> versions) {
    static final Decider<SalesProcessVersions, Command, Event> DECIDER =
            new Decider<>(SalesProcessVersions::decide, SalesProcessVersions::begin, SalesProcessVersions::evolve);

    /** A process without any version yet. */
    public record DefineSalesProcess(String name, @Nullable String businessUnit, Mode mode) implements SelfIdentified {
        @Override
        public UUID entityId() {
            return SalesProcesses.idOf(name);
        }
    }

    /** What may be asked of a sales process that is defined. */
    public sealed interface Command {}

    /** What the next version says; in place of the draft, where there is one. */
    public record DraftVersion(Template template) implements Command {}

    /**
     * The same, adopted from another process or adapted from it: what is absent here is as it is there; an empty list of obligations
     * takes away those of the model, as a pursuit or rules of contracts that say nothing take away the model's.
     *
     * @param from the sales process whose version in force is the model
     */
    public record TailorVersion(
            UUID from,
            @Nullable List<Stage> stages,
            @Nullable List<DiscountLimit> discountLimits,
            @Nullable List<ReviewRule> reviews,
            @Nullable Integer handoverDays,
            @Nullable DeliveryChecklist closure,
            @Nullable SalesChecklist salesClosure,
            @Nullable List<Obligation> obligations,
            @Nullable Pursuit pursuit,
            @Nullable ContractRules contracts,
            @Nullable AfterSales afterSales)
            implements Command {}

    /** From now on deals are identified under it. */
    public record PublishVersion(int version) implements Command {}

    /** No more deals are identified under it; those that were go on with it. */
    public record RetireVersion(int version) implements Command {}

    /** Sent by the service alone when it starts: what the product comes with is there. */
    public record SeedVersions(String name, Mode mode, List<SeedVersion> versions) implements Command {
        public SeedVersions {
            versions = List.copyOf(versions);
        }
    }

    public sealed interface Event {}

    public record SalesProcessDefined(String name, @Nullable String businessUnit, Mode mode) implements Event {}

    /** {@code tailoredFrom} is what it was adopted or adapted from; absent where it was written anew. */
    public record VersionDrafted(
            int version, Template template, @Nullable Origin tailoredFrom) implements Event {}

    /** It holds all that others need to know of the version, who copy it. */
    public record VersionPublished(
            int version, String name, @Nullable String businessUnit, Mode mode, Template template) implements Event {}

    public record VersionRetired(int version, String name) implements Event {}

    public enum No implements Refusal {
        ID_NOT_OF_NAME(rule("the id of a sales process follows from its name; leave it out")),
        STAGES_MISNUMBERED(rule("a process needs stages, numbered from 1 in their order")),
        STAGE_UNPROVABLE(rule("a stage needs at least one milestone, since nothing else proves that it was entered")),
        CODE_REPEATED(rule("a code can stand for only one milestone or criterion of the process")),
        PROBABILITY_NOT_RISING(rule("the probability must rise from stage to stage, up to 100 percent")),
        CONTRACT_MISPLACED(rule("the signed contract must be a criterion of the last stage, and of no other")),
        ATI_MISPLACED(rule("an ATI decision can be needed from stage 2 on, and in mode PROJECT only")),
        DISCOUNT_LIMIT_FAULTY(rule("each approver has at most one limit, between 0 and 100 percent")),
        REVIEW_FAULTY(rule("some department must review every contract with a scope, whatever its value")),
        DEADLINE_FAULTY(rule("a deadline must be between 1 and 3650 days")),
        OBLIGATION_CODE_FAULTY(
                rule("the code of an obligation needs letters, digits, dots or hyphens, and nothing else")),
        OBLIGATION_REPEATED(rule("a code can stand for only one obligation of the process")),
        CHECKLIST_FAULTY(rule("a checklist needs items, each once, and can waive only those that it has")),
        SALES_CLOSURE_MISPLACED(
                rule("a process has a checklist for closing its sales project where it needs an ATI decision only")),
        VISIT_DAYS_FAULTY(
                rule("visits are from 1 to 3650 days after the acceptance, at most 24 of them, in their order")),
        PROMISE_FAULTY(
                rule(
                        "a promise is of one kind and urgency, from 0 to 250 working days, with an answer before the solution")),
        HANDOVER_NOTICE_FAULTY(
                rule("the reminder of a handover is from 1 to 90 days before it is due, and not before the signature")),
        RETENTION_NOTICE_FAULTY(rule("the reminder of papers is from 1 to 365 days before their time is over")),
        VISIT_RULES_FAULTY(
                rule(
                        "the reminder of a visit is from 1 to 90 days before it, it stands again from 1 to 365 days after a miss, and up to 24 times")),
        LEVEL_REPEATED(rule("a code can stand for only one level of the process")),
        DUTY_REPEATED(rule("a level owes each thing once, and a process asks for each once")),
        LEVELS_MISPLACED(rule("a process has levels of its sales projects where it needs an ATI decision only")),
        CHECK_ITEM_REPEATED(rule("a code can stand for only one item of a checklist")),
        PROJECT_CHECKLIST_MISPLACED(
                rule("a process has checklists of its sales projects where it needs an ATI decision only")),
        WRITE_OFF_LIMIT_FAULTY(
                rule("each approver has at most one limit for write-offs in a currency, which cannot be negative")),
        LIMIT_WITHOUT_CURRENCY(rule("an amount of money needs its currency, one that is in use")),
        CONTENTS_FAULTY(rule("each type of contract is named once, with at least one content, and each content once")),
        MODEL_UNKNOWN(rule("there is no sales process with a published version under that id")),
        VERSION_UNKNOWN(rule("the process has no such version")),
        VERSION_NOT_PUBLISHED(state("the version must be published before it is retired")),
        VERSION_ALREADY_RETIRED(state("the version has been retired")),
        STANDARD_NEEDED(state("the standard process always needs a published version"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** The version of another process from which a draft was made. */
    public record Origin(String name, int version) {}

    /** What a draft may be made from: the version in force of a process; without a template where none is. */
    record Model(String name, int version, @Nullable Template template) {
        static Model of(SalesProcessVersions process) {
            return process.inForce()
                    .map(version -> new Model(process.name(), version.number(), version.template()))
                    .orElse(new Model(process.name(), 0, null));
        }
    }

    public enum Status {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    public record Version(
            int number,
            Status status,
            Template template,
            @Nullable Origin tailoredFrom) {
        private Version with(Status now) {
            return new Version(number, now, template, tailoredFrom);
        }
    }

    public SalesProcessVersions {
        versions = List.copyOf(versions);
    }

    static Decision<Event> define(DefineSalesProcess define, Occasion occasion) {
        return check().text("/name", define.name())
                .text("/businessUnit", define.businessUnit())
                .that(occasion.id().equals(define.entityId()), "/id", No.ID_NOT_OF_NAME)
                .accept(() -> new SalesProcessDefined(define.name(), define.businessUnit(), define.mode()));
    }

    /** Brings the process into being with what the product comes with. */
    static Decision<Event> seed(Command command, Occasion occasion) {
        var seed = (SeedVersions) command;
        return accepted(Stream.<Event>concat(
                        Stream.of(new SalesProcessDefined(seed.name(), null, seed.mode())),
                        Seeding.published(seed.versions(), seed.name(), null, seed.mode()))
                .toList());
    }

    static Decision<Event> decide(SalesProcessVersions process, Command command, Occasion occasion) {
        return switch (command) {
            case DraftVersion(var template) -> Drafting.draft(process, template);
            case TailorVersion tailor -> Drafting.tailor(process, tailor, occasion.read(Model.class));
            case PublishVersion(var version) -> process.publish(version);
            case RetireVersion(var version) -> process.retire(version);
            case SeedVersions seed -> accepted(Seeding.missing(process, seed));
        };
    }

    static SalesProcessVersions begin(Event first) {
        var defined = (SalesProcessDefined) first;
        return new SalesProcessVersions(defined.name(), defined.businessUnit(), defined.mode(), List.of());
    }

    static SalesProcessVersions evolve(SalesProcessVersions process, Event event) {
        return switch (event) {
            case SalesProcessDefined _ -> process;
            case VersionDrafted(var number, var template, var from) ->
                process.with(new Version(number, Status.DRAFT, template, from));
            case VersionPublished(var number, var _, var _, var _, var template) ->
                process.with(process.version(number)
                        .map(draft -> draft.with(Status.PUBLISHED))
                        .orElse(new Version(number, Status.PUBLISHED, template, null)));
            case VersionRetired(var number, var _) ->
                process.with(process.version(number).orElseThrow().with(Status.RETIRED));
        };
    }

    private Decision<Event> publish(int number) {
        var version = version(number);
        if (version.isEmpty()) {
            return refusedAt("/version", No.VERSION_UNKNOWN);
        }
        return switch (version.get().status()) {
            case DRAFT ->
                accepted(new VersionPublished(
                        number, name, businessUnit, mode, version.get().template()));
            case PUBLISHED -> unchanged();
            case RETIRED -> refused(No.VERSION_ALREADY_RETIRED);
        };
    }

    private Decision<Event> retire(int number) {
        var version = version(number);
        if (version.isEmpty()) {
            return refusedAt("/version", No.VERSION_UNKNOWN);
        }
        return switch (version.get().status()) {
            case DRAFT -> refused(No.VERSION_NOT_PUBLISHED);
            case PUBLISHED ->
                Codes.same(name, STANDARD) && published().count() == 1
                        ? refused(No.STANDARD_NEEDED)
                        : accepted(new VersionRetired(number, name));
            case RETIRED -> unchanged();
        };
    }

    Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** The one under which deals are identified now: the last that is published and not retired. */
    Optional<Version> inForce() {
        return published().max(Comparator.comparingInt(Version::number));
    }

    int highest() {
        return versions.stream().mapToInt(Version::number).max().orElse(0);
    }

    private Stream<Version> published() {
        return versions.stream().filter(version -> version.status() == Status.PUBLISHED);
    }

    private SalesProcessVersions with(Version changed) {
        var others = versions.stream().filter(version -> version.number() != changed.number());
        return new SalesProcessVersions(
                name,
                businessUnit,
                mode,
                Stream.concat(others, Stream.of(changed))
                        .sorted(Comparator.comparingInt(Version::number))
                        .toList());
    }
}
