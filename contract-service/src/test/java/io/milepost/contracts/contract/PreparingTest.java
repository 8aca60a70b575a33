package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.contracts.kernel.Party.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.SigningStep;
import io.milepost.contracts.kernel.StandardReviews;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What has to be done before anybody signs, where the sales process asks for it. */
class PreparingTest {
    static final List<Refusal> OF_PREPARING = List.of(
            TERMS_NOT_EXPLAINED,
            TEXT_NOT_CHECKED,
            EXPLAINED_OTHERWISE,
            EXPLAINED_BEFORE_SENT,
            CHECKER_IS_SENDER,
            TEXT_MISSING,
            DAY_IN_FUTURE);
    /** What {@link ContractRefusalTest} leaves to others. */
    static final List<Refusal> AND_JUDGING = Stream.of(OF_PREPARING, JudgingTest.OF_JUDGING)
            .flatMap(List::stream)
            .toList();

    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_PREPARING);
    private static final SignContract SIGN = new SignContract(SELLER, "Kim", null);
    private static final RecordExplanation EXPLAIN = new RecordExplanation("Ann", null, null);
    private static final ContractTermsExplained EXPLAINED = new ContractTermsExplained(TODAY, "zoe", "Ann");
    private static final ContractTextChecked CHECKED = new ContractTextChecked(TODAY, "bob");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-130: nobody signs before terms and payments were explained and the text was checked, where that is"
            + " asked")
    void the_signature_waits() {
        var out = sent(SigningStep.EXPLAINED_TERMS, SigningStep.CHECKED_TEXT);
        out.when(SIGN).thenRefused(TERMS_NOT_EXPLAINED);
        var explained = out.when(EXPLAIN).byMember("zoe").then(EXPLAINED);
        explained.when(SIGN).thenRefused(TEXT_NOT_CHECKED);
        var checked = explained.when(new CheckText()).byMember("bob").then(CHECKED);
        checked.when(SIGN).byMember("zoe").then(new ContractPartySigned(SELLER, "Kim", TODAY, "zoe"));
        sent(SigningStep.EXPLAINED_TERMS)
                .given(EXPLAINED)
                .when(SIGN)
                .byMember("zoe")
                .then(new ContractPartySigned(SELLER, "Kim", TODAY, "zoe"));
        sent(SigningStep.CHECKED_TEXT).given(EXPLAINED).when(SIGN).thenRefused(TEXT_NOT_CHECKED);
        sent().when(SIGN).byMember("zoe").then(new ContractPartySigned(SELLER, "Kim", TODAY, "zoe"));
        assertThat(ContractView.of(checked.state()))
                .returns(TODAY, ContractView::explainedOn)
                .returns("zoe", ContractView::explainedBy)
                .returns("Ann", ContractView::explainedTo)
                .returns("bob", ContractView::textCheckedBy)
                .returns(TODAY, ContractView::textCheckedOn)
                .returns(
                        List.of(SigningStep.EXPLAINED_TERMS, SigningStep.CHECKED_TEXT),
                        ContractView::askedBeforeSigning);
    }

    @Test
    @DisplayName("R-130: it is somebody to whom terms are explained, and neither party signs without")
    void nobody_in_particular_is_nobody() {
        var out = sent(SigningStep.EXPLAINED_TERMS);
        out.given(new ContractTermsExplained(TODAY, "zoe", null)).when(SIGN).thenRefused(TERMS_NOT_EXPLAINED);
        out.given(new ContractTermsExplained(TODAY, null, null))
                .when(new RecordExplanation("Ann", null, "zoe"))
                .then(EXPLAINED);
        out.given(by(SELLER, TODAY))
                .when(new SignContract(CUSTOMER, "Ann", null))
                .thenRefused(TERMS_NOT_EXPLAINED);
        out.when(new RecordExplanation(" ", null, null)).thenRefused(TEXT_MISSING, "/to");
        out.when(new RecordExplanation("Ann", null, "")).thenRefused(TEXT_MISSING, "/by");
    }

    @Test
    @DisplayName("R-130: the contract as it was sent is explained, on a day that has come, once")
    void it_is_explained_once() {
        var out = sent();
        out.when(new RecordExplanation("Ann", TODAY.plusDays(1), null)).thenRefused(DAY_IN_FUTURE, "/on");
        out.when(new RecordExplanation("Ann", YESTERDAY.minusDays(1), null)).thenRefused(EXPLAINED_BEFORE_SENT, "/on");
        out.when(new RecordExplanation("Ann", YESTERDAY, "lee"))
                .byMember("zoe")
                .then(new ContractTermsExplained(YESTERDAY, "lee", "Ann"))
                .when(new RecordExplanation("Ann", null, null))
                .thenNothing();
        var known = out.given(EXPLAINED);
        known.when(new RecordExplanation("Ann", TODAY, "ZOE")).thenNothing();
        known.when(new RecordExplanation("Ann", YESTERDAY, null)).thenRefused(EXPLAINED_OTHERWISE);
        known.when(new RecordExplanation("Ann", null, "lee")).thenRefused(EXPLAINED_OTHERWISE);
        known.when(new RecordExplanation("Bo", TODAY, "ZOE")).thenRefused(EXPLAINED_OTHERWISE);
        known.when(new RecordExplanation(null, TODAY, "ZOE")).thenNothing();
    }

    @Test
    @DisplayName("R-130: four eyes: who sent the text out does not check it, and another does, once")
    void who_sent_it_does_not_check_it() {
        var out = sent();
        out.when(new CheckText()).byMember("KIM").thenRefused(CHECKER_IS_SENDER);
        out.when(new CheckText())
                .byMember("bob")
                .then(CHECKED)
                .when(new CheckText())
                .thenNothing();
        anApprovedContract().when(new CheckText()).thenRefused(CONTRACT_NOT_OUT_FOR_SIGNATURE);
        aSignedContract().when(new CheckText()).thenRefused(CONTRACT_NOT_OUT_FOR_SIGNATURE);
    }

    @Test
    @DisplayName("R-130: a contract that is sent again is explained and checked again")
    void another_text_is_prepared_anew() {
        sent(SigningStep.CHECKED_TEXT)
                .given(
                        CHECKED,
                        new ContractSignatureDeclined(OPPORTUNITY, CUSTOMER, "price"),
                        new ContractReviewRequested(List.of(Review.TECHNICAL)),
                        new ContractReviewPassed(Review.TECHNICAL),
                        new ContractSentForSignature(OPPORTUNITY, TODAY, "kim"))
                .when(SIGN)
                .thenRefused(TEXT_NOT_CHECKED);
    }

    @Test
    @DisplayName("R-130, R-188: a contract keeps what its version of the process asks, and older versions ask nothing")
    void a_contract_keeps_what_is_asked() {
        var draft =
                new DraftFromQuotation(QUOTATION, OPPORTUNITY, ACCOUNT, "kim", VALUE, LINES, TERMS, null, "north", 4);
        assertThat(asked(
                        new ProcessTerms("north", StandardReviews.RULES, List.of(SigningStep.CHECKED_TEXT), null, null),
                        draft))
                .containsExactly(SigningStep.CHECKED_TEXT);
        assertThat(asked(new ProcessTerms("north", StandardReviews.RULES, null, null, null), draft))
                .isNull();
    }

    private static List<SigningStep> asked(ProcessTerms terms, DraftFromQuotation draft) {
        var drafted = nothing().when(draft).reading(terms).decision().events().getFirst();
        return ((ContractDrafted) drafted).asked();
    }

    /** Out for signature since yesterday, sent by kim, under a process that asks for this. */
    private static Scenario<Contract, ContractCommand, ContractEvent> sent(SigningStep... asked) {
        var like = drafted(Basis.RENEWAL, LINES, TERMS);
        return nothing()
                .recording(REACHED)
                .given(
                        new ContractDrafted(
                                null,
                                like.basis(),
                                like.basisReason(),
                                null,
                                like.opportunityId(),
                                like.accountId(),
                                like.owner(),
                                like.value(),
                                like.lines(),
                                like.terms(),
                                null,
                                null,
                                "north",
                                4,
                                null,
                                null,
                                null,
                                List.of(asked),
                                null),
                        new ContractSentForSignature(OPPORTUNITY, YESTERDAY, "kim"));
    }
}
