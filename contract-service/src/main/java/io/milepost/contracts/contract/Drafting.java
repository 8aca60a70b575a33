package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.ClauseRead;
import io.milepost.contracts.kernel.ContractRules;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.SigningStep;
import io.milepost.contracts.kernel.StandardReviews;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contract is drafted and changed until it is sent for signature; a change voids the reviews that have passed. */
final class Drafting {

    private Drafting() {}

    static Decision<ContractEvent> draftByHand(DraftContract draft, Occasion occasion) {
        return switch (draft.basis()) {
            case QUOTATION ->
                draft.quotationId() == null
                        ? refusedAt("/quotationId", QUOTATION_MISSING)
                        : draftsItself(draft.quotationId());
            case FRAMEWORK, RENEWAL, MIGRATED -> {
                var wording = wordingOf(draft, occasion);
                var agreement = Agreement.of(
                        draft.value(),
                        draft.lines(),
                        draft.terms(),
                        Wording.of(wording, draft.clauses()),
                        draft.payments(),
                        wording);
                var process = draft.process();
                var known = occasion.read(ProcessTerms.class);
                yield drafted(
                        Wording.checkKinds(check(), wording, draft.clauses())
                                .that(
                                        draft.clauseTemplate() == null || wording != null,
                                        "/clauseTemplate",
                                        TEMPLATE_NOT_IN_EFFECT)
                                .text("/process/name", process == null ? null : process.name(), PROCESS_FAULTY)
                                .that(process == null || process.version() >= 1, "/process/version", PROCESS_FAULTY)
                                .that(
                                        draft.basisReason() != null
                                                && !draft.basisReason().isBlank(),
                                        "/basisReason",
                                        BASIS_REASON_MISSING),
                        agreement,
                        new ContractDrafted(
                                draft.number(),
                                draft.basis(),
                                draft.basisReason(),
                                draft.quotationId(),
                                draft.opportunityId(),
                                draft.accountId(),
                                draft.owner(),
                                agreement.value(),
                                agreement.lines(),
                                agreement.terms(),
                                agreement.clausesIfAny(),
                                agreement.paymentsIfAny(),
                                process == null
                                        ? null
                                        : known.map(ProcessTerms::process).orElse(process.name()),
                                process == null ? null : process.version(),
                                rulesOf(known),
                                obligationsOf(known),
                                wording,
                                askedOf(known),
                                contractRulesOf(known)));
            }
        };
    }

    /** What was signed before the system knew of it is not written anew, unless somebody says by which template it was. */
    private static @Nullable StandardWording wordingOf(DraftContract draft, Occasion occasion) {
        if (draft.clauseTemplate() != null) {
            return Wording.named(occasion).orElse(null);
        }
        return draft.basis() == Basis.MIGRATED
                ? null
                : Wording.ofProcess(occasion).orElse(null);
    }

    static Decision<ContractEvent> draft(DraftFromQuotation draft, Occasion occasion) {
        var process = occasion.read(ProcessTerms.class);
        var wording = Wording.ofProcess(occasion).orElse(null);
        var agreement = Agreement.of(
                draft.value(), draft.lines(), draft.terms(), Wording.of(wording, null), draft.payments(), wording);
        return drafted(
                check(),
                agreement,
                new ContractDrafted(
                        null,
                        Basis.QUOTATION,
                        null,
                        draft.quotationId(),
                        draft.opportunityId(),
                        draft.accountId(),
                        draft.owner(),
                        agreement.value(),
                        agreement.lines(),
                        agreement.terms(),
                        agreement.clausesIfAny(),
                        agreement.paymentsIfAny(),
                        draft.template(),
                        draft.templateVersion(),
                        rulesOf(process),
                        obligationsOf(process),
                        wording,
                        askedOf(process),
                        contractRulesOf(process)));
    }

    /** The matrix of the process, where that is known here and says something else than the standard one. */
    private static @Nullable List<ReviewRule> rulesOf(Optional<ProcessTerms> process) {
        return process.map(ProcessTerms::rules)
                .filter(rules -> !rules.equals(StandardReviews.RULES))
                .orElse(null);
    }

    private static @Nullable ContractRules contractRulesOf(Optional<ProcessTerms> process) {
        return process.map(ProcessTerms::contractRules).orElse(null);
    }

    private static @Nullable List<SigningStep> askedOf(Optional<ProcessTerms> process) {
        return process.map(ProcessTerms::asked).orElse(null);
    }

    private static @Nullable List<ObligationTerm> obligationsOf(Optional<ProcessTerms> process) {
        return process.map(ProcessTerms::obligations).orElse(null);
    }

    private static Decision<ContractEvent> drafted(Checks checks, Agreement agreement, ContractDrafted drafted) {
        return agreement.check(checks.owner("/owner", drafted.owner())).accept(() -> drafted);
    }

    /** A draft by hand could say something else than what the customer agreed to. */
    private static Decision<ContractEvent> draftsItself(UUID quotationId) {
        return refusedAt(
                "/basis",
                QUOTATION_DRAFTS_ITSELF,
                "quotation %s becomes contract %s when it is accepted"
                        .formatted(quotationId, Contract.idOf(quotationId)));
    }

    static Decision<ContractEvent> revise(Open contract, ReviseContract revise) {
        var before = contract.agreement();
        var wording = before.wording();
        var clauses = Wording.compared(wording, revise.clauses());
        var stated = Agreement.of(revise.value(), revise.lines(), revise.terms(), clauses, revise.payments(), wording);
        boolean isAccepted = contract.draft().basis() == Basis.QUOTATION;
        var after = isAccepted ? stated.tracedLike(before) : stated;
        if (after.equals(before)) {
            return unchanged();
        }
        var currency = check().that(
                        after.value().currency().equals(before.value().currency()),
                        "/value/currency",
                        CURRENCIES_MIXED,
                        "the value must be in the currency of the first draft");
        var checks = after.check(Wording.checkKinds(currency, wording, revise.clauses()));
        return (isAccepted ? asAccepted(checks, contract, after) : checks)
                .then(() -> changed(
                        contract,
                        new ContractRevised(
                                before.value(),
                                after.value(),
                                after.lines(),
                                after.terms(),
                                after.clausesIfAny(),
                                after.paymentsIfAny())));
    }

    /** What the customer accepted is not written otherwise; a contract of before that was asked may stay as it is. */
    private static Checks asAccepted(Checks checks, Open contract, Agreement after) {
        var draft = contract.draft();
        var offered = Agreement.of(
                draft.value(), draft.lines(), draft.terms(), draft.clauses(), draft.payments(), draft.wording());
        var before = contract.agreement();
        return checks.that(after.sellsWhat(offered) || after.sellsWhat(before), "/lines", ACCEPTED_TERMS_DIFFER)
                .that(
                        offered.payments().isEmpty() || after.samePaymentsAs(offered) || after.samePaymentsAs(before),
                        "/payments",
                        ACCEPTED_TERMS_DIFFER);
    }

    static Decision<ContractEvent> edit(Open contract, EditClause edit) {
        return check().text("/code", edit.code(), CLAUSE_INCOMPLETE)
                .text("/text", edit.text(), CLAUSE_INCOMPLETE)
                .then(() -> {
                    var before = contract.agreement().clause(edit.code()).orElse(null);
                    var code = before == null ? edit.code() : before.code();
                    var written = new ClauseRead(code, edit.kind(), edit.text(), edit.title());
                    var wording = contract.agreement().wording();
                    var clause = written.in(wording);
                    if (written.isMistaken(wording)) {
                        return refusedAt("/kind", CLAUSE_KIND_DIFFERS);
                    }
                    return clause.equals(before)
                            ? unchanged()
                            : changed(contract, new ContractClauseChanged(clause, before));
                });
    }

    static Decision<ContractEvent> changed(Open contract, ContractEvent change) {
        var passed = contract.reviews().passed();
        return passed.isEmpty() ? accepted(change) : accepted(List.of(change, new ContractApprovalVoided(passed)));
    }
}
