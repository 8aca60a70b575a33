package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.*;
import static io.milepost.opportunities.salesprocess.Templates.*;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.opportunities.kernel.Pursuit.CheckItem;
import io.milepost.opportunities.kernel.Pursuit.Level;
import io.milepost.opportunities.kernel.Pursuit.Owed;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a version of a sales process asks for while its deals are pursued, beside the stages. */
class PursuitOfProcessTest {
    /** What is reached here and not in {@link SalesProcessTest}. */
    static final List<Refusal> OF_PURSUIT =
            List.of(LEVEL_REPEATED, DUTY_REPEATED, LEVELS_MISPLACED, CHECK_ITEM_REPEATED, PROJECT_CHECKLIST_MISPLACED);

    private static final ReachedRefusals REACHED = ReachedRefusals.of(
            Stream.concat(OF_PURSUIT.stream(), Stream.of(TEXT_MISSING)).toList());
    private static final UUID SOUTH = SalesProcesses.idOf("south");
    private static final Scenario<SalesProcessVersions, Command, Event> NORTH = Scenario.of(SALES_PROCESS)
            .recording(REACHED)
            .given(new SalesProcessDefined("north", "North", Mode.PROJECT));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-070, R-188: a version says which levels its sales projects have, and what each of them owes")
    void a_version_has_levels() {
        var levelled = pursued(STRATEGIC, LEVELS);
        NORTH.when(new DraftVersion(levelled))
                .then(new VersionDrafted(1, levelled, null))
                .when(new PublishVersion(1))
                .then(new VersionPublished(1, "north", "North", Mode.PROJECT, levelled));
        refused(new Level(" ", "x", List.of()), "/code", TEXT_MISSING);
        refused(new Level("top ", "x", List.of()), "/code", LEVEL_REPEATED);
        refused(new Level("SMALL", "", List.of()), "/meaning", TEXT_MISSING);
        refused(new Level("SMALL", "x", List.of(Owed.WEEKLY_REPORT, Owed.WEEKLY_REPORT)), "/owes", DUTY_REPEATED);
        NORTH.when(new DraftVersion(pursued(SHORT, LEVELS))).thenRefused(LEVELS_MISPLACED, "/template/pursuit/levels");
    }

    @Test
    @DisplayName(
            "R-174, R-176, R-188: a version says what quality assurance and the team of a sales project go through")
    void a_version_has_checklists() {
        var checked = pursued(STRATEGIC, CHECKED);
        NORTH.when(new DraftVersion(checked)).then(new VersionDrafted(1, checked, null));
        var item = new CheckItem("A", "x");
        for (var faulty : List.of(new CheckItem(" ", "x"), new CheckItem("B", ""), new CheckItem("a ", "x"))) {
            var field = faulty.asks().isEmpty() ? "/1/asks" : "/1/code";
            var reason = faulty.code().equals("a ") ? CHECK_ITEM_REPEATED : TEXT_MISSING;
            NORTH.when(new DraftVersion(pursued(STRATEGIC, new Pursuit(null, List.of(item, faulty), null, null))))
                    .thenRefused(reason, "/template/pursuit/keyActivities" + field);
            NORTH.when(new DraftVersion(pursued(STRATEGIC, new Pursuit(null, null, List.of(item, faulty), null))))
                    .thenRefused(reason, "/template/pursuit/operations" + field);
        }
        NORTH.when(new DraftVersion(pursued(SHORT, new Pursuit(null, List.of(item), null, null))))
                .thenRefused(PROJECT_CHECKLIST_MISPLACED, "/template/pursuit/keyActivities");
        NORTH.when(new DraftVersion(pursued(SHORT, new Pursuit(null, null, List.of(item), null))))
                .thenRefused(PROJECT_CHECKLIST_MISPLACED, "/template/pursuit/operations");
    }

    @Test
    @DisplayName("R-188: a version, of a process without sales projects too, says what is asked for before a step")
    void a_version_asks_for_what_comes_first() {
        var asking = pursued(SHORT, new Pursuit(null, null, null, List.of(Asked.EVIDENCE, Asked.DELIVERY_PART)));
        NORTH.when(new DraftVersion(asking)).then(new VersionDrafted(1, asking, null));
        NORTH.when(new DraftVersion(
                        pursued(SHORT, new Pursuit(null, null, null, List.of(Asked.EVIDENCE, Asked.EVIDENCE)))))
                .thenRefused(DUTY_REPEATED, "/template/pursuit/asked");
    }

    @Test
    @DisplayName("R-188: what is asked for is adopted from another process, replaced, or left out")
    void it_is_tailored() {
        var model = new Model("south", 3, pursued(STRATEGIC, LEVELS));
        var origin = new Origin("south", 3);
        var others = new Pursuit(Objects.requireNonNull(LEVELS.levels()).subList(1, 2), null, null, null);
        NORTH.when(tailor(null)).reading(model).then(new VersionDrafted(1, pursued(STRATEGIC, LEVELS), origin));
        NORTH.when(tailor(others)).reading(model).then(new VersionDrafted(1, pursued(STRATEGIC, others), origin));
        NORTH.when(tailor(new Pursuit(List.of(), null, null, null)))
                .reading(model)
                .then(new VersionDrafted(1, STRATEGIC, origin));
    }

    @Test
    @DisplayName(
            "What the product comes with asks for nothing more, and a version that says nothing is stored as it was before")
    void nothing_is_asked_where_nothing_is_said() {
        assertThat(SalesProcesses.seeds().stream().flatMap(seed -> seed.versions().stream()))
                .allSatisfy(version -> assertThat(version.template().pursuit()).isNull());
        assertThat(pursued(SHORT, new Pursuit(null, null, null, null))).isEqualTo(SHORT);
        assertThat(Json.events()
                        .valueToTree(new VersionDrafted(1, SHORT, null))
                        .path("template")
                        .propertyNames())
                .doesNotContain("pursuit");
    }

    /** As the second of a version, behind one that is sound. */
    private static void refused(Level level, String pointer, Refusal reason) {
        var both = pursued(
                STRATEGIC,
                new Pursuit(List.of(Objects.requireNonNull(LEVELS.levels()).getFirst(), level), null, null, null));
        NORTH.when(new DraftVersion(both)).thenRefused(reason, "/template/pursuit/levels/1" + pointer);
    }

    private static TailorVersion tailor(@Nullable Pursuit pursuit) {
        return new TailorVersion(SOUTH, null, null, null, null, null, null, null, pursuit, null, null);
    }
}
