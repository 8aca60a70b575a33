package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.*;
import static io.milepost.opportunities.salesprocess.Templates.*;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.AfterSales;
import io.milepost.opportunities.kernel.AfterSales.CaseKind;
import io.milepost.opportunities.kernel.AfterSales.Promise;
import io.milepost.opportunities.kernel.AfterSales.Urgency;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.SalesProcesses.SeedVersion;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Template;
import io.milepost.opportunities.kernel.Template.Approver;
import io.milepost.opportunities.kernel.Template.DeliveryChecklist;
import io.milepost.opportunities.kernel.Template.DeliveryItem;
import io.milepost.opportunities.kernel.Template.Department;
import io.milepost.opportunities.kernel.Template.DiscountLimit;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.kernel.Template.Obligation;
import io.milepost.opportunities.kernel.Template.ReviewCause;
import io.milepost.opportunities.kernel.Template.ReviewRule;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A sales process and its versions, and what a version may not say. */
class SalesProcessTest {
    private static final ReachedRefusals REACHED =
            ReachedRefusals.without(SALES_PROCESS, ContractsOfProcessTest.OF_OTHERS);
    private static final Scenario<SalesProcessVersions, Command, Event> NOTHING =
            Scenario.of(SALES_PROCESS).recording(REACHED);
    private static final UUID OTHER = SalesProcesses.idOf("strategic");
    private static final Scenario<SalesProcessVersions, Command, Event> NORTH =
            NOTHING.given(new SalesProcessDefined("north", "North", Mode.PROJECT));
    private static final Scenario<SalesProcessVersions, Command, Event> STANDARD_PROCESS = NOTHING.given(
            new SalesProcessDefined("standard", null, Mode.PROJECT),
            new VersionPublished(1, "standard", null, Mode.PROJECT, STANDARD));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-188: a process is defined for a business unit and a mode, under the id of its name")
    void is_defined_for_a_unit() {
        NOTHING.when(new DefineSalesProcess("north", "North", Mode.UNIT))
                .then(new SalesProcessDefined("north", "North", Mode.UNIT));
        NOTHING.when(new DefineSalesProcess("north", null, Mode.UNIT)).to(OTHER).thenRefused(ID_NOT_OF_NAME, "/id");
        NOTHING.when(new DefineSalesProcess(" ", null, Mode.UNIT)).thenRefused(TEXT_MISSING, "/name");
        NORTH.when(new DefineSalesProcess("north", "North", Mode.PROJECT)).thenTaken();
    }

    @Test
    @DisplayName("R-188: a version is drafted, drafted anew, published and retired; the next one has the next number")
    void a_version_is_drafted_published_and_retired() {
        NORTH.when(new DraftVersion(STANDARD))
                .then(new VersionDrafted(1, STANDARD, null))
                .when(new DraftVersion(STANDARD))
                .thenNothing()
                .when(new DraftVersion(SHORT))
                .then(new VersionDrafted(1, SHORT, null))
                .when(new PublishVersion(1))
                .then(new VersionPublished(1, "north", "North", Mode.PROJECT, SHORT))
                .when(new PublishVersion(1))
                .thenNothing()
                .when(new DraftVersion(STANDARD))
                .then(new VersionDrafted(2, STANDARD, null))
                .when(new RetireVersion(2))
                .thenRefused(VERSION_NOT_PUBLISHED)
                .when(new RetireVersion(1))
                .then(new VersionRetired(1, "north"))
                .when(new RetireVersion(1))
                .thenNothing()
                .when(new PublishVersion(1))
                .thenRefused(VERSION_ALREADY_RETIRED)
                .when(new PublishVersion(7))
                .thenRefused(VERSION_UNKNOWN, "/version")
                .when(new RetireVersion(7))
                .thenRefused(VERSION_UNKNOWN, "/version");
    }

    @Test
    @DisplayName("R-188: others adopt a process or adapt it; the draft says what it was made from")
    void a_version_is_tailored() {
        var model = new Model("strategic", 2, STRATEGIC);
        NORTH.when(tailor(null, null))
                .reading(model)
                .then(new VersionDrafted(1, STRATEGIC, new Origin("strategic", 2)));
        var closing = STANDARD.closure();
        NORTH.when(tailor(stages(50, 100), closing))
                .reading(model)
                .then(new VersionDrafted(
                        1,
                        new Template(
                                stages(50, 100),
                                STRATEGIC.discountLimits(),
                                STRATEGIC.reviews(),
                                14,
                                closing,
                                null,
                                null,
                                null,
                                null,
                                null),
                        new Origin("strategic", 2)));
        NORTH.when(tailor(null, null)).thenRefused(MODEL_UNKNOWN, "/from");
        NORTH.when(tailor(null, null)).reading(new Model("south", 0, null)).thenRefused(MODEL_UNKNOWN, "/from");
        NORTH.when(tailor(stages(50, 40), null)).reading(model).thenRefused(PROBABILITY_NOT_RISING);
    }

    @Test
    @DisplayName("The last published version is in force, and the standard process always has one")
    void the_last_published_version_is_in_force() {
        STANDARD_PROCESS.when(new RetireVersion(1)).thenRefused(STANDARD_NEEDED);
        var two = STANDARD_PROCESS.given(
                new VersionDrafted(2, SHORT, null), new VersionPublished(2, "standard", null, Mode.PROJECT, SHORT));
        assertThat(view(STANDARD_PROCESS).stages()).hasSize(8);
        assertThat(view(two))
                .satisfies(now -> assertThat(now.version()).isEqualTo(2))
                .satisfies(now -> assertThat(now.stages()).hasSize(3));
        var back = two.when(new RetireVersion(2)).then(new VersionRetired(2, "standard"));
        assertThat(view(back).version()).isEqualTo(1);
        assertThat(view(NORTH).status()).isEqualTo("DRAFT");
        assertThat(view(STANDARD_PROCESS).status()).isEqualTo("IN_FORCE");
        assertThat(view(NORTH.given(
                                new VersionPublished(1, "north", "North", Mode.PROJECT, SHORT),
                                new VersionRetired(1, "north")))
                        .status())
                .isEqualTo("RETIRED");
    }

    @Test
    @DisplayName("What the product comes with is there from the start, once, beside what people published")
    void is_seeded_once() {
        var seed = new SeedVersions("standard", Mode.PROJECT, List.of(new SeedVersion(1, STANDARD)));
        NOTHING.when(seed)
                .then(
                        new SalesProcessDefined("standard", null, Mode.PROJECT),
                        new VersionPublished(1, "standard", null, Mode.PROJECT, STANDARD))
                .when(seed)
                .thenNothing()
                .given(new VersionDrafted(2, SHORT, null))
                .when(seed)
                .thenNothing();
        assertThat(SalesProcessCatalogue.seeds())
                .extracting(each -> each.id())
                .containsExactly(SalesProcesses.idOf("standard"), SalesProcesses.idOf("strategic"));
    }

    @Test
    @DisplayName("R-046, R-047, R-050, R-053: a version by which no deal could be pursued to its end is refused")
    void stages_lead_to_a_signature() {
        refused(SHORT, List.of(), STAGES_MISNUMBERED, "/template/stages");
        refused(SHORT, stages(30, 100).reversed(), STAGES_MISNUMBERED, "/template/stages/0/number");
        refused(
                SHORT,
                first(stage -> with(stage, " ", stage.milestones(), false)),
                TEXT_MISSING,
                "/template/stages/0/name");
        refused(
                SHORT,
                first(stage -> with(stage, "x", List.of(), false)),
                STAGE_UNPROVABLE,
                "/template/stages/0/milestones");
        var codes = stages(30, 60, 100).get(1).milestones();
        refused(SHORT, first(stage -> with(stage, "x", codes, false)), CODE_REPEATED, "/template/stages/1");
        refused(SHORT, stages(30, 30, 100), PROBABILITY_NOT_RISING, "/template/stages/1/probability");
        refused(SHORT, stages(30, 60, 90), PROBABILITY_NOT_RISING, "/template/stages/2/probability");
        var unsigned = List.of(SHORT.stages().get(0), with(SHORT.stages().get(1), 100));
        refused(SHORT, unsigned, CONTRACT_MISPLACED, "/template/stages/1/criteria");
        refused(SHORT, first(stage -> with(stage, "x", stage.milestones(), true)), ATI_MISPLACED, "/template/stages");
        NOTHING.given(new SalesProcessDefined("flats", null, Mode.UNIT))
                .when(new DraftVersion(STRATEGIC))
                .thenRefused(ATI_MISPLACED, "/template/stages");
    }

    @Test
    @DisplayName("R-098, decision 27: limits, reviews, days and checklists are such that somebody can work by them")
    void the_rest_is_sound() {
        refused(
                STANDARD,
                "/discountLimits",
                DISCOUNT_LIMIT_FAULTY,
                t -> changed(t, List.of(new DiscountLimit(Approver.SELLER, new BigDecimal("101"))), t.reviews(), 14));
        refused(
                STANDARD,
                "/reviews",
                REVIEW_FAULTY,
                t -> changed(
                        t,
                        t.discountLimits(),
                        List.of(new ReviewRule(Department.LEGAL, ReviewCause.SCOPE, BigDecimal.TEN, null, null)),
                        14));
        refused(STANDARD, "/handoverDays", DEADLINE_FAULTY, t -> changed(t, t.discountLimits(), t.reviews(), 0));
        var site = OBLIGATIONS.getFirst();
        var unnamed = new Obligation("S 1", site.debtor(), site.title(), site.daysAfterSigning());
        refused(STANDARD, "/obligations/0/code", OBLIGATION_CODE_FAULTY, t -> owing(t, List.of(unnamed)));
        refused(STANDARD, "/obligations/1/code", OBLIGATION_REPEATED, t -> owing(t, List.of(site, site)));
        var never = new AfterSales(List.of(0), null, null, null, null);
        refused(STANDARD, "/afterSales/visitDays/0", VISIT_DAYS_FAULTY, t -> promising(t, never));
        var late = new AfterSales(null, List.of(new Promise(CaseKind.REPAIR, Urgency.LOW, 2, 1)), null, null, null);
        refused(STANDARD, "/afterSales/promises/0", PROMISE_FAULTY, t -> promising(t, late));
        var handover = List.of(DeliveryItem.HANDOVER);
        refused(
                STANDARD,
                "/closure",
                CHECKLIST_FAULTY,
                t -> new Template(
                        t.stages(),
                        t.discountLimits(),
                        t.reviews(),
                        14,
                        new DeliveryChecklist(List.of(DeliveryItem.ARCHIVE), handover),
                        null,
                        null,
                        null,
                        null,
                        null));
        refused(
                STANDARD,
                "/salesClosure",
                SALES_CLOSURE_MISPLACED,
                t -> new Template(
                        t.stages(),
                        t.discountLimits(),
                        t.reviews(),
                        14,
                        t.closure(),
                        STRATEGIC.salesClosure(),
                        null,
                        null,
                        null,
                        null));
    }

    private static void refused(Template of, List<Stage> stages, Refusal reason, String pointer) {
        NORTH.when(new DraftVersion(Templates.with(of, stages))).thenRefused(reason, pointer);
    }

    private static void refused(Template of, String pointer, Refusal reason, UnaryOperator<Template> change) {
        NORTH.when(new DraftVersion(of)).then(new VersionDrafted(1, of, null));
        NORTH.when(new DraftVersion(change.apply(of))).thenRefused(reason, "/template" + pointer);
    }

    private static List<Stage> first(UnaryOperator<Stage> change) {
        var stages = stages(30, 60, 100);
        return List.of(change.apply(stages.get(0)), stages.get(1), stages.get(2));
    }

    private static Stage with(Stage stage, String name, List<Stage.Milestone> milestones, boolean ati) {
        return new Stage(
                stage.number(), name, "step", ati, milestones, stage.criteria(), null, stage.probability(), true, null);
    }

    private static Stage with(Stage stage, int probability) {
        return new Stage(
                stage.number(),
                "x",
                "step",
                false,
                stage.milestones(),
                stage.criteria(),
                null,
                probability,
                true,
                null);
    }

    private static Template changed(Template of, List<DiscountLimit> limits, List<ReviewRule> reviews, int days) {
        return new Template(
                of.stages(), limits, reviews, days, of.closure(), of.salesClosure(), null, null, null, null);
    }

    private static TailorVersion tailor(@Nullable List<Stage> stages, @Nullable DeliveryChecklist closure) {
        return new TailorVersion(OTHER, stages, null, null, null, closure, null, null, null, null, null);
    }

    private static SalesProcessCatalogue.View view(Scenario<SalesProcessVersions, Command, Event> process) {
        return SalesProcessCatalogue.View.of(process.state());
    }
}
