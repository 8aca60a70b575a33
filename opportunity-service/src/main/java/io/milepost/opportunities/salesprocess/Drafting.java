package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;

import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.kernel.Template;
import io.milepost.opportunities.kernel.Template.Department;
import io.milepost.opportunities.kernel.Template.DiscountLimit;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.kernel.Template.Obligation;
import io.milepost.opportunities.kernel.Template.ReviewCause;
import io.milepost.opportunities.kernel.Template.ReviewRule;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.value.Codes;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writing a version, or making it from another process's. Whatever is drafted could be published: deals can be pursued by it to their end. */
final class Drafting {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int LATEST = 3650;

    private Drafting() {}

    static Decision<Event> draft(SalesProcessVersions process, Template template) {
        return draft(process, template, null, "/template");
    }

    static Decision<Event> tailor(SalesProcessVersions process, TailorVersion tailor, Optional<Model> model) {
        var template = model.flatMap(other -> Optional.ofNullable(other.template()));
        return template.isPresent()
                ? draft(process, tailored(tailor, template.get()), model.orElseThrow(), "")
                : refusedAt("/from", MODEL_UNKNOWN);
    }

    /** The sales project's checklist goes with the ATI decision: with stages that need none, the model's is left out. */
    private static Template tailored(TailorVersion tailor, Template model) {
        var stages = Objects.requireNonNullElse(tailor.stages(), model.stages());
        var inherited = stages.stream().anyMatch(Stage::atiNeeded) ? model.salesClosure() : null;
        return new Template(
                stages,
                Objects.requireNonNullElse(tailor.discountLimits(), model.discountLimits()),
                Objects.requireNonNullElse(tailor.reviews(), model.reviews()),
                Objects.requireNonNullElse(tailor.handoverDays(), model.handoverDays()),
                Objects.requireNonNullElse(tailor.closure(), model.closure()),
                tailor.salesClosure() == null ? inherited : tailor.salesClosure(),
                tailor.obligations() == null ? model.obligations() : tailor.obligations(),
                tailor.pursuit() == null ? model.pursuit() : tailor.pursuit(),
                tailor.contracts() == null ? model.contracts() : tailor.contracts(),
                tailor.afterSales() == null ? model.afterSales() : tailor.afterSales());
    }

    private static Decision<Event> draft(
            SalesProcessVersions process, Template template, @Nullable Model model, String at) {
        var open = process.versions().stream()
                .filter(version -> version.status() == Status.DRAFT)
                .findFirst();
        int number = open.map(Version::number).orElse(process.highest() + 1);
        var origin = model == null ? null : new Origin(model.name(), model.version());
        return checkAll(template, process.mode(), at)
                .then(() ->
                        open.filter(draft -> draft.template().equals(template)).isPresent()
                                ? unchanged()
                                : accepted(new VersionDrafted(number, template, origin)));
    }

    private static Checks checkAll(Template template, Mode mode, String at) {
        var stages = template.stages();
        var checks = checkStages(stages, at + "/stages");
        boolean needsAti = stages.stream().anyMatch(Stage::atiNeeded);
        checks = checks.that(
                        !needsAti || (mode == Mode.PROJECT && !stages.getFirst().atiNeeded()),
                        at + "/stages",
                        ATI_MISPLACED)
                .that(areSound(template.discountLimits()), at + "/discountLimits", DISCOUNT_LIMIT_FAULTY)
                .that(template.reviews().stream().anyMatch(Drafting::alwaysApplies), at + "/reviews", REVIEW_FAULTY)
                .that(
                        template.reviews().stream()
                                .allMatch(rule -> Contracting.isMoney(rule.fromValue(), rule.currency())),
                        at + "/reviews",
                        LIMIT_WITHOUT_CURRENCY)
                .that(isDeadline(template.handoverDays()), at + "/handoverDays", DEADLINE_FAULTY)
                .that(
                        isSound(template.closure().items(), template.closure().waivable()),
                        at + "/closure",
                        CHECKLIST_FAULTY);
        var closing = template.salesClosure();
        checks = checks.that((closing != null) == needsAti, at + "/salesClosure", SALES_CLOSURE_MISPLACED)
                .that(
                        closing == null || isSound(closing.items(), closing.waivable()),
                        at + "/salesClosure",
                        CHECKLIST_FAULTY);
        checks = checkObligations(
                checks, Objects.requireNonNullElse(template.obligations(), List.<Obligation>of()), at + "/obligations");
        checks = template.contracts() == null
                ? checks
                : Contracting.check(checks, template.contracts(), at + "/contracts");
        if (template.afterSales() != null) {
            checks = Promising.check(checks, template.afterSales(), template.handoverDays(), at + "/afterSales");
        }
        return template.pursuit() == null
                ? checks
                : Pursuing.check(checks, template.pursuit(), needsAti, at + "/pursuit");
    }

    private static Checks checkObligations(Checks before, List<Obligation> obligations, String at) {
        var checks = before;
        var codes = new HashSet<String>();
        for (int i = 0; i < obligations.size(); i++) {
            var obligation = obligations.get(i);
            var pointer = at + "/" + i;
            checks = checks.that(obligation.code().matches("[A-Za-z0-9.-]+"), pointer + "/code", OBLIGATION_CODE_FAULTY)
                    .that(codes.add(Codes.canonical(obligation.code())), pointer + "/code", OBLIGATION_REPEATED)
                    .text(pointer + "/title", obligation.title())
                    .that(isDeadline(obligation.daysAfterSigning()), pointer + "/daysAfterSigning", DEADLINE_FAULTY);
        }
        return checks;
    }

    static boolean isDeadline(int days) {
        return days >= 1 && days <= LATEST;
    }

    private static Checks checkStages(List<Stage> stages, String at) {
        var checks = check().that(!stages.isEmpty(), at, STAGES_MISNUMBERED);
        var codes = new HashSet<String>();
        int before = 0;
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var pointer = at + "/" + i;
            boolean last = i == stages.size() - 1;
            checks = checks.that(stage.number() == i + 1, pointer + "/number", STAGES_MISNUMBERED)
                    .text(pointer + "/name", stage.name())
                    .text(pointer + "/procurementStep", stage.procurementStep())
                    .text(pointer + "/commitment", stage.commitment())
                    .that(!stage.milestones().isEmpty(), pointer + "/milestones", STAGE_UNPROVABLE)
                    .that(codes(stage).noneMatch(String::isBlank), pointer, TEXT_MISSING)
                    .that(codes(stage).map(Codes::canonical).allMatch(codes::add), pointer, CODE_REPEATED)
                    .that(
                            stage.probability() > before && (stage.probability() == 100) == last,
                            pointer + "/probability",
                            PROBABILITY_NOT_RISING)
                    .that(isWonByContract(stage) == last, pointer + "/criteria", CONTRACT_MISPLACED);
            before = stage.probability();
        }
        return checks;
    }

    private static Stream<String> codes(Stage stage) {
        return Stream.concat(
                stage.milestones().stream().map(Milestone::code),
                stage.criteria().stream().map(Criterion::code));
    }

    private static boolean isWonByContract(Stage stage) {
        return stage.criteria().stream().anyMatch(criterion -> criterion.shownBy() == ShownBy.CONTRACT);
    }

    private static boolean areSound(List<DiscountLimit> limits) {
        return limits.stream().map(DiscountLimit::by).distinct().count() == limits.size()
                && limits.stream()
                        .map(DiscountLimit::upToPercent)
                        .allMatch(percent -> percent.signum() >= 0 && percent.compareTo(WHOLE) <= 0);
    }

    /** A complete contract states its scope, so such a rule concerns each. */
    private static boolean alwaysApplies(ReviewRule rule) {
        return rule.department() != Department.WHOLE
                && (rule.when() == ReviewCause.ALWAYS || rule.when() == ReviewCause.SCOPE)
                && rule.fromValue() == null
                && rule.fromRisk() == null;
    }

    private static <I> boolean isSound(List<I> items, List<I> waivable) {
        return !items.isEmpty()
                && items.stream().distinct().count() == items.size()
                && items.containsAll(waivable)
                && waivable.stream().distinct().count() == waivable.size();
    }
}
