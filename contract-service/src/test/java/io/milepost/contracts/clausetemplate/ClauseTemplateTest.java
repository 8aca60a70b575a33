package io.milepost.contracts.clausetemplate;

import static io.milepost.contracts.clausetemplate.ClauseTemplate.No.*;
import static io.milepost.contracts.clausetemplate.ClauseTemplateCatalogue.CLAUSE_TEMPLATE;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.clausetemplate.ClauseTemplate.*;
import io.milepost.contracts.clausetemplate.ClauseTemplateCatalogue.View;
import io.milepost.contracts.kernel.StandardClause;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-121: the clauses to whose wording the company has agreed in advance, version by version")
class ClauseTemplateTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(CLAUSE_TEMPLATE);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final List<StandardClause> LAW =
            List.of(new StandardClause("L-1", "Law", "The law of the seat applies.", true));
    private static final List<StandardClause> OTHER =
            List.of(new StandardClause("L-1", "Law", "The law of the buyer applies.", true));
    private static final Scenario<ClauseTemplate, Command, Event> NOTHING =
            Scenario.of(CLAUSE_TEMPLATE).recording(REACHED);
    private static final Scenario<ClauseTemplate, Command, Event> DEFINED =
            NOTHING.given(new ClauseTemplateDefined("north"));
    private static final Scenario<ClauseTemplate, Command, Event> PUBLISHED =
            DEFINED.given(new WordingDrafted(1, LAW), new WordingPublished(1, "north", TODAY, LAW));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    void one_name_is_one_template_in_every_spelling() {
        NOTHING.when(new DefineClauseTemplate("north"))
                .to(ClauseTemplate.idOf(" North"))
                .then(new ClauseTemplateDefined("north"));
        NOTHING.when(new DefineClauseTemplate("north"))
                .to(ClauseTemplate.idOf("south"))
                .thenRefused(ID_NOT_OF_NAME, "/id");
        NOTHING.when(new DefineClauseTemplate(" ")).to(ClauseTemplate.idOf(" ")).thenRefused(TEXT_MISSING, "/name");
        assertThat(new DefineClauseTemplate("north").entityId()).isEqualTo(ClauseTemplate.idOf("NORTH"));
    }

    @Test
    void a_draft_is_written_anew_until_it_is_published_and_never_after_that() {
        DEFINED.when(new DraftWording(LAW))
                .then(new WordingDrafted(1, LAW))
                .when(new DraftWording(LAW))
                .thenNothing()
                .when(new DraftWording(OTHER))
                .then(new WordingDrafted(1, OTHER))
                .when(new PublishWording(1, null))
                .then(new WordingPublished(1, "north", TODAY, OTHER))
                .when(new DraftWording(LAW))
                .then(new WordingDrafted(2, LAW));
    }

    @Test
    void clauses_are_whole_and_named_once() {
        refuses(List.of(), CLAUSES_MISSING, "/clauses");
        refuses(List.of(new StandardClause(" ", "Law", "x", true)), TEXT_MISSING, "/clauses/0/code");
        refuses(List.of(new StandardClause("L", "", "x", true)), TEXT_MISSING, "/clauses/0/title");
        refuses(List.of(new StandardClause("L", "Law", "\n", true)), TEXT_MISSING, "/clauses/0/text");
        refuses(
                List.of(LAW.getFirst(), new StandardClause("l-1 ", "y", "x", false)),
                CLAUSE_DOUBLED,
                "/clauses/1/code");
    }

    @Test
    void it_takes_effect_today_or_on_a_day_to_come() {
        var draft = DEFINED.given(new WordingDrafted(1, LAW));
        draft.when(new PublishWording(1, TODAY.minusDays(1))).thenRefused(EFFECTIVE_IN_PAST, "/effectiveOn");
        draft.when(new PublishWording(1, TODAY.plusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/effectiveOn");
        draft.when(new PublishWording(1, TODAY.plusDays(9)))
                .then(new WordingPublished(1, "north", TODAY.plusDays(9), LAW))
                .when(new PublishWording(1, null))
                .thenNothing()
                .when(new PublishWording(1, TODAY.plusDays(9)))
                .thenNothing()
                .when(new PublishWording(1, TODAY))
                .thenRefused(VERSION_PUBLISHED, "/effectiveOn");
        draft.when(new PublishWording(2, null)).thenRefused(VERSION_UNKNOWN, "/version");
    }

    @Test
    void the_latest_version_that_is_in_effect_counts_until_it_is_retired() {
        var both = PUBLISHED.given(
                new WordingDrafted(2, OTHER), new WordingPublished(2, "north", TODAY.plusDays(2), OTHER));
        assertThat(both.state().wordings().on(TODAY.minusDays(1))).isEmpty();
        assertThat(both.state().wordings().on(TODAY.plusDays(1))).contains(new StandardWording("north", 1, LAW));
        assertThat(both.state().wordings().on(TODAY.plusDays(2))).contains(new StandardWording("north", 2, OTHER));
        var retired = both.when(new RetireWording(2))
                .then(new WordingRetired(2, "north", TODAY))
                .when(new RetireWording(2))
                .thenNothing();
        assertThat(retired.state().wordings().on(TODAY.plusDays(2))).contains(new StandardWording("north", 1, LAW));
        retired.when(new PublishWording(2, null)).thenRefused(VERSION_RETIRED);
    }

    @Test
    void what_nobody_published_is_not_retired() {
        DEFINED.given(new WordingDrafted(1, LAW)).when(new RetireWording(1)).thenRefused(VERSION_NOT_PUBLISHED);
        DEFINED.when(new RetireWording(1)).thenRefused(VERSION_UNKNOWN, "/version");
    }

    @Test
    void a_read_says_how_far_it_is() {
        assertThat(View.of(DEFINED.given(new WordingDrafted(1, LAW)).state()).status())
                .isEqualTo("DRAFT");
        assertThat(View.of(PUBLISHED.state()).status()).isEqualTo("PUBLISHED");
        assertThat(View.of(
                        PUBLISHED.given(new WordingRetired(1, "north", TODAY)).state()))
                .returns("RETIRED", View::status)
                .returns("north", View::name)
                .satisfies(view ->
                        assertThat(view.versions()).containsExactly(new Version(1, Status.RETIRED, TODAY, LAW)));
    }

    private static void refuses(List<StandardClause> clauses, Refusal reason, String pointer) {
        DEFINED.when(new DraftWording(clauses)).thenRefused(reason, pointer);
    }
}
