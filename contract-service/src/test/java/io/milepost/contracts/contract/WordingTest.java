package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.contracts.kernel.Review.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contract.Wording.NamedTemplate;
import io.milepost.contracts.contract.Wording.StandardTemplate;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ClauseRead;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.StandardClause;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.contracts.kernel.Wordings;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which clauses a contract is drafted, and what a comparison with them finds. */
class WordingTest {
    static final StandardClause LIABILITY =
            new StandardClause("L-1", "Liability", "We are liable\nup to the value.", true);
    static final StandardClause LAW = new StandardClause("L-2", "Law", "The law of the seat applies.", false);
    static final StandardWording FIRST = wording("north", 1, LIABILITY);
    static final StandardWording SECOND = wording("north", 2, LIABILITY, LAW);
    private static final StandardWording OF_ALL = wording("standard", 7, LAW);
    private static final DraftFromQuotation ACCEPTED =
            new DraftFromQuotation(QUOTATION, OPPORTUNITY, ACCOUNT, "kim", VALUE, LINES, TERMS, null, "north", 4);

    @Nested
    @DisplayName("R-121: a contract is drafted from what was accepted and from a version of a template")
    class Drafting {
        @Test
        void it_has_the_clauses_of_the_version_that_is_in_effect_on_the_day() {
            var template = new NamedTemplate(new Wordings(List.of(from(YESTERDAY, FIRST), from(TODAY, SECOND))));
            var later =
                    new NamedTemplate(new Wordings(List.of(from(YESTERDAY, FIRST), from(TODAY.plusDays(1), SECOND))));
            assertThat(drafted(nothing().when(ACCEPTED).reading(template)))
                    .returns(SECOND, ContractDrafted::wording)
                    .returns(List.of(standard(LIABILITY), standard(LAW)), ContractDrafted::clauses)
                    .returns(LINES, ContractDrafted::lines);
            assertThat(drafted(nothing().when(ACCEPTED).reading(later)))
                    .returns(FIRST, ContractDrafted::wording)
                    .returns(List.of(standard(LIABILITY)), ContractDrafted::clauses);
        }

        @Test
        void the_standard_template_is_for_processes_that_have_none() {
            var ofAll = new StandardTemplate(new Wordings(List.of(from(TODAY, OF_ALL))));
            var notYet = new NamedTemplate(new Wordings(List.of(from(TODAY.plusDays(1), SECOND))));
            assertThat(drafted(nothing().when(ACCEPTED).reading(ofAll)).wording())
                    .isEqualTo(OF_ALL);
            assertThat(drafted(nothing().when(ACCEPTED).reading(notYet).reading(ofAll))
                            .wording())
                    .isEqualTo(OF_ALL);
            assertThat(drafted(nothing().when(byHand(Basis.RENEWAL, null)).reading(ofAll))
                            .wording())
                    .isEqualTo(OF_ALL);
            assertThat(drafted(nothing().when(ACCEPTED)).wording()).isNull();
        }

        @Test
        void what_its_author_writes_stands_in_place_of_the_clause_or_beside_it() {
            var template = new NamedTemplate(new Wordings(List.of(from(TODAY, SECOND))));
            var own = List.of(written("l-1", "We are not liable."), written("P-1", "penalty"));
            assertThat(drafted(nothing()
                                    .when(byHand(Basis.RENEWAL, "north", own))
                                    .reading(template))
                            .clauses())
                    .containsExactly(
                            new Clause("l-1", Clause.Kind.SPECIAL, "We are not liable.", "Liability"),
                            standard(LAW),
                            new Clause("P-1", Clause.Kind.SPECIAL, "penalty"));
        }

        @Test
        void a_template_that_is_named_has_to_be_in_effect() {
            var notYet = new NamedTemplate(new Wordings(List.of(from(TODAY.plusDays(1), SECOND))));
            nothing().when(byHand(Basis.RENEWAL, "north")).thenRefused(TEMPLATE_NOT_IN_EFFECT, "/clauseTemplate");
            nothing()
                    .when(byHand(Basis.RENEWAL, "north"))
                    .reading(notYet)
                    .thenRefused(TEMPLATE_NOT_IN_EFFECT, "/clauseTemplate");
            aDraft().when(new AdoptTemplate("north")).reading(notYet).thenRefused(TEMPLATE_NOT_IN_EFFECT, "/name");
        }

        @Test
        @DisplayName("R-121, decision 42: a migrated contract is not written anew, unless its template is named")
        void a_migrated_contract_is_as_it_was() {
            var ofAll = new StandardTemplate(new Wordings(List.of(from(TODAY, OF_ALL))));
            assertThat(drafted(nothing().when(byHand(Basis.MIGRATED, null)).reading(ofAll)))
                    .returns(null, ContractDrafted::wording)
                    .returns(null, ContractDrafted::clauses);
            var named = new NamedTemplate(new Wordings(List.of(from(TODAY, SECOND))));
            assertThat(drafted(nothing().when(byHand(Basis.MIGRATED, "north")).reading(named))
                            .wording())
                    .isEqualTo(SECOND);
        }
    }

    @Nested
    @DisplayName("R-128: standard is what says the same as the template, and nothing else")
    class Comparing {
        @ParameterizedTest
        @ValueSource(strings = {"We are liable up to the value.", "  We\u00a0are\tliable \r\n up to the  value.\n"})
        void spacing_is_no_deviation(String text) {
            assertThat(edited(text)).returns(Clause.Kind.STANDARD, Clause::kind).returns(text, Clause::text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "We are liable up to the value",
                    "we are liable up to the value.",
                    "We areliable up to the value."
                })
        void everything_else_is(String text) {
            assertThat(edited(text).kind()).isEqualTo(Clause.Kind.SPECIAL);
        }

        @Test
        void a_label_of_the_author_makes_nothing_standard() {
            from(SECOND)
                    .when(edit("L-1", Clause.Kind.STANDARD, "We are not liable."))
                    .thenRefused(CLAUSE_KIND_DIFFERS, "/kind");
            from(SECOND)
                    .when(edit("L-1", Clause.Kind.SPECIAL, LIABILITY.text()))
                    .thenRefused(CLAUSE_KIND_DIFFERS, "/kind");
            var doubtful = new ClauseRead("L-2", Clause.Kind.STANDARD, "Any law applies.", null);
            from(SECOND)
                    .when(new ReviseContract(VALUE, LINES, TERMS, List.of(written("L-1", "x"), doubtful), null))
                    .thenRefused(CLAUSE_KIND_DIFFERS, "/clauses/1/kind");
            from(SECOND)
                    .when(edit("L-1", Clause.Kind.SPECIAL, "We are not liable."))
                    .then(new ContractClauseChanged(
                            new Clause("L-1", Clause.Kind.SPECIAL, "We are not liable.", "Liability"),
                            standard(LIABILITY)));
        }

        @Test
        void the_legal_department_is_asked_for_deviations_alone() {
            from(SECOND).when(new SubmitForReview()).then(requested(FINANCE, TECHNICAL));
            from(SECOND)
                    .given(new ContractClauseChanged(new Clause("L-2", Clause.Kind.SPECIAL, "Any law."), null))
                    .when(new SubmitForReview())
                    .then(requested(LEGAL, FINANCE, TECHNICAL));
            from(SECOND)
                    .given(new ContractClauseChanged(new Clause("P-1", Clause.Kind.SPECIAL, "penalty"), null))
                    .when(new SubmitForReview())
                    .then(requested(LEGAL, FINANCE, TECHNICAL));
        }

        @Test
        @DisplayName("R-128: without a template every clause is special, also one of long ago that was called standard")
        void without_a_template_all_are_special() {
            var called = new Clause("L-2", Clause.Kind.STANDARD, LAW.text());
            var old = nothing().given(from(null, List.of(called)));
            assertThat(ContractView.of(old.state()).clauses())
                    .containsExactly(new Clause("L-2", Clause.Kind.SPECIAL, LAW.text()));
            old.when(new SubmitForReview()).then(requested(LEGAL, FINANCE, TECHNICAL));
            nothing().given(from(null, List.of())).when(new SubmitForReview()).then(requested(FINANCE, TECHNICAL));
        }
    }

    @Test
    @DisplayName("R-121, G14: a mandatory clause that is missing is named, however the others are worded")
    void a_mandatory_clause_is_missed() {
        var without = new ReviseContract(VALUE, LINES, TERMS, List.of(written("L-2", "Any law.")), null);
        from(SECOND)
                .when(without)
                .then(new ContractRevised(
                        VALUE,
                        VALUE,
                        LINES,
                        TERMS,
                        List.of(new Clause("L-2", Clause.Kind.SPECIAL, "Any law.", "Law")),
                        null))
                .when(new SubmitForReview())
                .thenRefusedOnRecord(CONTRACT_INCOMPLETE, new ContractIncompleteFlagged(List.of("clause L-1")));
        var optional = new ReviseContract(VALUE, LINES, TERMS, List.of(written("l-1 ", "We are not liable.")), null);
        from(SECOND)
                .given()
                .when(optional)
                .then(new ContractRevised(
                        VALUE,
                        VALUE,
                        LINES,
                        TERMS,
                        List.of(new Clause("l-1 ", Clause.Kind.SPECIAL, "We are not liable.", "Liability")),
                        null))
                .when(new SubmitForReview())
                .then(requested(LEGAL, FINANCE, TECHNICAL));
    }

    private static Clause edited(String text) {
        var changed = from(SECOND).when(edit("L-1", null, text)).decision().events();
        return ((ContractClauseChanged) changed.getFirst()).clause();
    }

    private static EditClause edit(String code, Clause.@Nullable Kind kind, String text) {
        return new EditClause(code, kind, text, null);
    }

    private static ContractDrafted drafted(Scenario.Attempt<Contract, ContractCommand, ContractEvent> attempt) {
        return (ContractDrafted) attempt.decision().events().getFirst();
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> from(StandardWording wording) {
        return nothing()
                .given(from(
                        wording,
                        wording.clauses().stream().map(WordingTest::standard).toList()));
    }

    static ContractDrafted from(@Nullable StandardWording wording, List<Clause> clauses) {
        return new ContractDrafted(
                null,
                Basis.RENEWAL,
                "as said",
                null,
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                VALUE,
                LINES,
                TERMS,
                clauses,
                null,
                null,
                null,
                null,
                null,
                wording,
                null,
                null);
    }

    private static DraftContract byHand(Basis basis, @Nullable String template) {
        return byHand(basis, template, null);
    }

    private static DraftContract byHand(Basis basis, @Nullable String template, @Nullable List<ClauseRead> clauses) {
        return new DraftContract(
                null,
                basis,
                "as said",
                null,
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                VALUE,
                LINES,
                TERMS,
                clauses,
                null,
                null,
                template);
    }

    private static ContractReviewRequested requested(Review... reviews) {
        return new ContractReviewRequested(List.of(reviews));
    }

    private static ClauseRead written(String code, String text) {
        return new ClauseRead(code, text);
    }

    static Clause standard(StandardClause clause) {
        return new Clause(clause.code(), Clause.Kind.STANDARD, clause.text(), clause.title());
    }

    static Wordings.Dated from(LocalDate day, StandardWording wording) {
        return new Wordings.Dated(day, wording);
    }

    static StandardWording wording(String name, int version, StandardClause... clauses) {
        return new StandardWording(name, version, Arrays.asList(clauses));
    }
}
