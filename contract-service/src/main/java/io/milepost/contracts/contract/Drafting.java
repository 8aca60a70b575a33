package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.StandardReviews;
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
                var agreement =
                        Agreement.of(draft.value(), draft.lines(), draft.terms(), draft.clauses(), draft.payments());
                var process = draft.process();
                var known = occasion.read(ProcessTerms.class);
                yield drafted(
                        check().text("/process/name", process == null ? null : process.name(), PROCESS_FAULTY)
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
                                obligationsOf(known)));
            }
        };
    }

    static Decision<ContractEvent> draft(DraftFromQuotation draft, Occasion occasion) {
        var process = occasion.read(ProcessTerms.class);
        var agreement = Agreement.of(draft.value(), draft.lines(), draft.terms(), null, draft.payments());
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
                        null,
                        agreement.paymentsIfAny(),
                        draft.template(),
                        draft.templateVersion(),
                        rulesOf(process),
                        obligationsOf(process)));
    }

    /** The matrix of the process, where that is known here and says something else than the standard one. */
    private static @Nullable List<ReviewRule> rulesOf(Optional<ProcessTerms> process) {
        return process.map(ProcessTerms::rules)
                .filter(rules -> !rules.equals(StandardReviews.RULES))
                .orElse(null);
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
        var after = Agreement.of(revise.value(), revise.lines(), revise.terms(), revise.clauses(), revise.payments());
        if (after.equals(before)) {
            return unchanged();
        }
        var currency = check().that(
                        after.value().currency().equals(before.value().currency()),
                        "/value/currency",
                        CURRENCIES_MIXED,
                        "the value must be in the currency of the first draft");
        return after.check(currency)
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

    static Decision<ContractEvent> edit(Open contract, EditClause edit) {
        return check().text("/code", edit.code(), CLAUSE_INCOMPLETE)
                .text("/text", edit.text(), CLAUSE_INCOMPLETE)
                .then(() -> {
                    var before = contract.agreement().clause(edit.code()).orElse(null);
                    var code = before == null ? edit.code() : before.code();
                    var clause = new Clause(code, edit.kind(), edit.text());
                    return clause.equals(before)
                            ? unchanged()
                            : changed(contract, new ContractClauseChanged(clause, before));
                });
    }

    private static Decision<ContractEvent> changed(Open contract, ContractEvent change) {
        var passed = contract.reviews().passed();
        return passed.isEmpty() ? accepted(change) : accepted(List.of(change, new ContractApprovalVoided(passed)));
    }
}
