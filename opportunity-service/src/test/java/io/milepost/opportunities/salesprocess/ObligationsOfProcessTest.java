package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.*;
import static io.milepost.opportunities.salesprocess.Templates.*;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.SalesProcesses.SeedVersion;
import io.milepost.opportunities.kernel.Template.Debtor;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.kernel.Template.Obligation;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a version of a sales process says that both sides will owe under its contracts. */
class ObligationsOfProcessTest {
    private static final UUID SOUTH = SalesProcesses.idOf("south");
    private static final Scenario<SalesProcessVersions, Command, Event> NORTH =
            Scenario.of(SALES_PROCESS).given(new SalesProcessDefined("north", "North", Mode.PROJECT));

    @Test
    @DisplayName("R-137, R-188: a version says what both sides will owe, each under a code of its own and by a day")
    void a_version_says_what_both_sides_owe() {
        var owing = owing(SHORT, OBLIGATIONS);
        NORTH.when(new DraftVersion(owing))
                .then(new VersionDrafted(1, owing, null))
                .when(new DraftVersion(owing))
                .thenNothing()
                .when(new PublishVersion(1))
                .then(new VersionPublished(1, "north", "North", Mode.PROJECT, owing));
        for (var faulty : List.of("", " ", "S 1", "S_1", "S/1")) {
            refused(new Obligation(faulty, Debtor.OURS, "trains", 90), "/code", OBLIGATION_CODE_FAULTY);
        }
        refused(new Obligation("site-1", Debtor.OURS, "trains", 90), "/code", OBLIGATION_REPEATED);
        refused(new Obligation("T-1", Debtor.OURS, " ", 90), "/title", TEXT_MISSING);
        for (int days : List.of(Integer.MIN_VALUE, 0, 3651, Integer.MAX_VALUE)) {
            refused(new Obligation("T-1", Debtor.OURS, "trains", days), "/daysAfterSigning", DEADLINE_FAULTY);
        }
        for (int days : List.of(1, 3650)) {
            var bound = owing(SHORT, List.of(new Obligation("T-1", Debtor.OURS, "trains", days)));
            NORTH.when(new DraftVersion(bound)).then(new VersionDrafted(1, bound, null));
        }
    }

    @Test
    @DisplayName("R-137, R-188: obligations are adopted from another process, replaced, or left out")
    void obligations_are_tailored() {
        var model = new Model("south", 3, owing(SHORT, OBLIGATIONS));
        var origin = new Origin("south", 3);
        var others = OBLIGATIONS.subList(1, 2);
        NORTH.when(tailor(null)).reading(model).then(new VersionDrafted(1, owing(SHORT, OBLIGATIONS), origin));
        NORTH.when(tailor(others)).reading(model).then(new VersionDrafted(1, owing(SHORT, others), origin));
        NORTH.when(tailor(List.of())).reading(model).then(new VersionDrafted(1, SHORT, origin));
        NORTH.when(tailor(List.of(OBLIGATIONS.getFirst(), OBLIGATIONS.getFirst())))
                .reading(model)
                .thenRefused(OBLIGATION_REPEATED, "/obligations/1/code");
    }

    @Test
    @DisplayName(
            "What the product comes with owes nothing, and a version without obligations is stored as it was before")
    void nothing_is_owed_where_nothing_is_said() {
        assertThat(SalesProcesses.seeds().stream().flatMap(seed -> seed.versions().stream()))
                .extracting(SeedVersion::template)
                .allSatisfy(template -> assertThat(template.obligations()).isNull());
        assertThat(owing(SHORT, List.of())).isEqualTo(SHORT);
        assertThat(Json.events()
                        .valueToTree(new VersionDrafted(1, SHORT, null))
                        .path("template")
                        .propertyNames())
                .contains("closure")
                .doesNotContain("obligations");
    }

    /** As the second of a version, behind one that is sound. */
    private static void refused(Obligation obligation, String pointer, Refusal reason) {
        var both = owing(SHORT, List.of(OBLIGATIONS.getFirst(), obligation));
        NORTH.when(new DraftVersion(both)).thenRefused(reason, "/template/obligations/1" + pointer);
    }

    private static TailorVersion tailor(@Nullable List<Obligation> obligations) {
        return new TailorVersion(SOUTH, null, null, null, null, null, null, obligations, null, null, null);
    }
}
