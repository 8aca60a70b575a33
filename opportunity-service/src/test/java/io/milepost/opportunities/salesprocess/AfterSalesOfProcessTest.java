package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.*;
import static io.milepost.opportunities.salesprocess.Templates.SHORT;
import static io.milepost.opportunities.salesprocess.Templates.promising;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.AfterSales;
import io.milepost.opportunities.kernel.AfterSales.CaseKind;
import io.milepost.opportunities.kernel.AfterSales.Promise;
import io.milepost.opportunities.kernel.AfterSales.Urgency;
import io.milepost.opportunities.kernel.AfterSales.VisitRules;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a version of a sales process says of the time after the sale. */
class AfterSalesOfProcessTest {
    /** That no other test reaches. */
    static final List<Refusal> OWN = List.of(HANDOVER_NOTICE_FAULTY, RETENTION_NOTICE_FAULTY, VISIT_RULES_FAULTY);

    private static final ReachedRefusals REACHED = ReachedRefusals.of(List.of(
            HANDOVER_NOTICE_FAULTY, RETENTION_NOTICE_FAULTY, VISIT_RULES_FAULTY, VISIT_DAYS_FAULTY, PROMISE_FAULTY));
    private static final UUID SOUTH = SalesProcesses.idOf("south");
    private static final AfterSales PROMISED = new AfterSales(
            List.of(14, 60),
            List.of(
                    new Promise(CaseKind.PROBLEM, Urgency.HIGH, 0, 1),
                    new Promise(CaseKind.PROBLEM, Urgency.LOW, 5, 250)),
            null,
            null,
            null);
    private static final Scenario<SalesProcessVersions, Command, Event> NORTH =
            Scenario.of(SALES_PROCESS).given(new SalesProcessDefined("north", "North", Mode.PROJECT));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-165, R-166, R-188: a version says when customers are visited and how soon they are answered and helped")
    void a_version_says_what_is_promised() {
        var promising = promising(SHORT, PROMISED);
        NORTH.when(new DraftVersion(promising))
                .then(new VersionDrafted(1, promising, null))
                .when(new PublishVersion(1))
                .then(new VersionPublished(1, "north", "North", Mode.PROJECT, promising));
        var never = promising(SHORT, new AfterSales(List.of(), null, null, null, null));
        NORTH.when(new DraftVersion(never)).then(new VersionDrafted(1, never, null));
    }

    @Test
    @DisplayName("R-188: days of visits come one after the other, within ten years, and are not too many")
    void visits_are_plausible() {
        for (int day : List.of(Integer.MIN_VALUE, -1, 0, 3651, Integer.MAX_VALUE)) {
            refused(new AfterSales(List.of(day), null, null, null, null), "/visitDays/0", VISIT_DAYS_FAULTY);
        }
        refused(new AfterSales(List.of(30, 30), null, null, null, null), "/visitDays/1", VISIT_DAYS_FAULTY);
        refused(new AfterSales(List.of(30, 29), null, null, null, null), "/visitDays/1", VISIT_DAYS_FAULTY);
        var many = IntStream.rangeClosed(1, 25).boxed().toList();
        refused(new AfterSales(many, null, null, null, null), "/visitDays", VISIT_DAYS_FAULTY);
        for (var good : List.of(List.of(1, 3650), many.subList(0, 24))) {
            var template = promising(SHORT, new AfterSales(good, null, null, null, null));
            NORTH.when(new DraftVersion(template)).then(new VersionDrafted(1, template, null));
        }
    }

    @Test
    @DisplayName("R-188: each kind and urgency has one promise, of an answer before the solution, within a year")
    void promises_can_be_kept() {
        refused(promise(-1, 2), "/promises/1", PROMISE_FAULTY);
        refused(promise(3, 2), "/promises/1", PROMISE_FAULTY);
        refused(promise(0, 251), "/promises/1", PROMISE_FAULTY);
        refused(promise(Integer.MAX_VALUE, Integer.MAX_VALUE), "/promises/1", PROMISE_FAULTY);
        var first = new Promise(CaseKind.REPAIR, Urgency.LOW, 1, 2);
        refused(new AfterSales(null, List.of(first, first), null, null, null), "/promises/1", PROMISE_FAULTY);
    }

    @Test
    @DisplayName("R-143, R-188: a handover is announced after the signature and before it is due, at most 90 days")
    void a_handover_is_announced_in_time() {
        for (int days : List.of(Integer.MIN_VALUE, 0, 21, Integer.MAX_VALUE)) {
            refused(new AfterSales(null, null, days, null, null), "/handoverNoticeDays", HANDOVER_NOTICE_FAULTY);
        }
        for (int days : List.of(1, 20)) {
            accepted(new AfterSales(null, null, days, null, null));
        }
    }

    @Test
    @DisplayName("R-185, R-188: a version says how long before their time is over the custodian of papers is told")
    void the_end_of_retention_is_announced() {
        for (int days : List.of(Integer.MIN_VALUE, 0, 366, Integer.MAX_VALUE)) {
            refused(new AfterSales(null, null, null, days, null), "/retentionNoticeDays", RETENTION_NOTICE_FAULTY);
        }
        accepted(new AfterSales(null, null, null, 1, null));
        accepted(new AfterSales(null, null, null, 365, null));
    }

    @Test
    @DisplayName("R-166, R-188: a version says when visits are announced, when they stand again and how often")
    void visits_stand_again_as_it_says() {
        var faulty = List.of(
                new VisitRules(0, 14, 3),
                new VisitRules(91, 14, 3),
                new VisitRules(7, 0, 3),
                new VisitRules(7, 366, 3),
                new VisitRules(7, 14, 0),
                new VisitRules(7, 14, 25));
        for (var rules : faulty) {
            refused(new AfterSales(null, null, null, null, rules), "/visiting", VISIT_RULES_FAULTY);
        }
        accepted(new AfterSales(null, null, null, null, new VisitRules(1, 1, 1)));
        accepted(new AfterSales(null, null, null, null, new VisitRules(90, 365, 24)));
    }

    @Test
    @DisplayName("R-188: what is promised is adopted from another process, or replaced")
    void is_tailored() {
        var model = new Model("south", 3, promising(SHORT, PROMISED));
        var origin = new Origin("south", 3);
        var other = new AfterSales(List.of(7), null, null, null, null);
        NORTH.when(tailor(null)).reading(model).then(new VersionDrafted(1, promising(SHORT, PROMISED), origin));
        NORTH.when(tailor(other)).reading(model).then(new VersionDrafted(1, promising(SHORT, other), origin));
    }

    @Test
    void a_version_that_promises_nothing_of_its_own_is_stored_as_it_was_before() {
        assertThat(Json.events()
                        .valueToTree(new VersionDrafted(1, SHORT, null))
                        .path("template")
                        .propertyNames())
                .contains("closure")
                .doesNotContain("afterSales");
    }

    private static AfterSales promise(int answerWithin, int solveWithin) {
        return new AfterSales(
                null,
                List.of(
                        new Promise(CaseKind.PROBLEM, Urgency.LOW, 1, 2),
                        new Promise(CaseKind.PROBLEM, Urgency.HIGH, answerWithin, solveWithin)),
                null,
                null,
                null);
    }

    private static void accepted(AfterSales afterSales) {
        var template = promising(SHORT, afterSales);
        NORTH.when(new DraftVersion(template)).then(new VersionDrafted(1, template, null));
    }

    private static void refused(AfterSales afterSales, String pointer, Refusal with) {
        NORTH.recording(REACHED)
                .when(new DraftVersion(promising(SHORT, afterSales)))
                .thenRefused(with, "/template/afterSales" + pointer);
    }

    private static TailorVersion tailor(@Nullable AfterSales afterSales) {
        return new TailorVersion(SOUTH, null, null, null, null, null, null, null, null, null, afterSales);
    }
}
