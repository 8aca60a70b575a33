package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.PROMISE_FAULTY;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.VISIT_DAYS_FAULTY;
import static io.milepost.opportunities.salesprocess.Templates.SHORT;
import static io.milepost.opportunities.salesprocess.Templates.promising;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.AfterSales;
import io.milepost.opportunities.kernel.AfterSales.CaseKind;
import io.milepost.opportunities.kernel.AfterSales.Promise;
import io.milepost.opportunities.kernel.AfterSales.Urgency;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a version of a sales process says of the time after the sale. */
class AfterSalesOfProcessTest {
    private static final UUID SOUTH = SalesProcesses.idOf("south");
    private static final AfterSales PROMISED = new AfterSales(
            List.of(14, 60),
            List.of(
                    new Promise(CaseKind.PROBLEM, Urgency.HIGH, 0, 1),
                    new Promise(CaseKind.PROBLEM, Urgency.LOW, 5, 250)));
    private static final Scenario<SalesProcessVersions, Command, Event> NORTH =
            Scenario.of(SALES_PROCESS).given(new SalesProcessDefined("north", "North", Mode.PROJECT));

    @Test
    @DisplayName(
            "R-165, R-166, R-188: a version says when customers are visited and how soon they are answered and helped")
    void a_version_says_what_is_promised() {
        var promising = promising(SHORT, PROMISED);
        NORTH.when(new DraftVersion(promising))
                .then(new VersionDrafted(1, promising, null))
                .when(new PublishVersion(1))
                .then(new VersionPublished(1, "north", "North", Mode.PROJECT, promising));
        var never = promising(SHORT, new AfterSales(List.of(), null));
        NORTH.when(new DraftVersion(never)).then(new VersionDrafted(1, never, null));
    }

    @Test
    @DisplayName("R-188: days of visits come one after the other, within ten years, and are not too many")
    void visits_are_plausible() {
        for (int day : List.of(Integer.MIN_VALUE, -1, 0, 3651, Integer.MAX_VALUE)) {
            refused(new AfterSales(List.of(day), null), "/visitDays/0", false);
        }
        refused(new AfterSales(List.of(30, 30), null), "/visitDays/1", false);
        refused(new AfterSales(List.of(30, 29), null), "/visitDays/1", false);
        var many = IntStream.rangeClosed(1, 25).boxed().toList();
        refused(new AfterSales(many, null), "/visitDays", false);
        for (var good : List.of(List.of(1, 3650), many.subList(0, 24))) {
            var template = promising(SHORT, new AfterSales(good, null));
            NORTH.when(new DraftVersion(template)).then(new VersionDrafted(1, template, null));
        }
    }

    @Test
    @DisplayName("R-188: each kind and urgency has one promise, of an answer before the solution, within a year")
    void promises_can_be_kept() {
        refused(promise(-1, 2), "/promises/1", true);
        refused(promise(3, 2), "/promises/1", true);
        refused(promise(0, 251), "/promises/1", true);
        refused(promise(Integer.MAX_VALUE, Integer.MAX_VALUE), "/promises/1", true);
        var first = new Promise(CaseKind.REPAIR, Urgency.LOW, 1, 2);
        refused(new AfterSales(null, List.of(first, first)), "/promises/1", true);
    }

    @Test
    @DisplayName("R-188: what is promised is adopted from another process, or replaced")
    void is_tailored() {
        var model = new Model("south", 3, promising(SHORT, PROMISED));
        var origin = new Origin("south", 3);
        var other = new AfterSales(List.of(7), null);
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
                        new Promise(CaseKind.PROBLEM, Urgency.HIGH, answerWithin, solveWithin)));
    }

    private static void refused(AfterSales afterSales, String pointer, boolean promise) {
        NORTH.when(new DraftVersion(promising(SHORT, afterSales)))
                .thenRefused(promise ? PROMISE_FAULTY : VISIT_DAYS_FAULTY, "/template/afterSales" + pointer);
    }

    private static TailorVersion tailor(@Nullable AfterSales afterSales) {
        return new TailorVersion(SOUTH, null, null, null, null, null, null, null, null, null, afterSales);
    }
}
