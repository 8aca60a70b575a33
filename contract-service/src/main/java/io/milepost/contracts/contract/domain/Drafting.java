package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.BASIS_REASON_MISSING;
import static io.milepost.contracts.contract.domain.ContractRefusal.CLAUSE_INCOMPLETE;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_DRAFT;
import static io.milepost.contracts.contract.domain.ContractRefusal.CURRENCIES_MIXED;
import static io.milepost.contracts.contract.domain.ContractRefusal.OWNER_MISSING;
import static io.milepost.contracts.contract.domain.ContractRefusal.QUOTATION_DRAFTS_ITSELF;
import static io.milepost.contracts.contract.domain.ContractRefusal.QUOTATION_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.contract.domain.Contract.Known;
import io.milepost.contracts.contract.domain.Contract.Open;
import io.milepost.contracts.contract.domain.ContractCommand.DraftContract;
import io.milepost.contracts.contract.domain.ContractCommand.DraftFromQuotation;
import io.milepost.contracts.contract.domain.ContractCommand.EditClause;
import io.milepost.contracts.contract.domain.ContractCommand.ReviseContract;
import io.milepost.contracts.contract.domain.ContractEvent.ContractApprovalVoided;
import io.milepost.contracts.contract.domain.ContractEvent.ContractClauseChanged;
import io.milepost.contracts.contract.domain.ContractEvent.ContractDrafted;
import io.milepost.contracts.contract.domain.ContractEvent.ContractRevised;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a contract says is written down and changed until it is out for signature; a change voids what was approved. */
final class Drafting {

    private Drafting() {}

    static Decision<ContractEvent> draft(DraftContract draft) {
        if (draft.basis() == Basis.QUOTATION) {
            return draft.quotationId() == null
                    ? refused(QUOTATION_MISSING).at("/quotationId")
                    : draftsItself(draft.quotationId());
        }
        if (isBlank(draft.basisReason())) {
            return refused(BASIS_REASON_MISSING).at("/basisReason");
        }
        var content = Content.of(draft.value(), draft.lines(), draft.terms(), draft.clauses(), draft.payments());
        return drafted(
                content,
                new ContractDrafted(
                        draft.number(),
                        draft.basis(),
                        draft.basisReason(),
                        draft.quotationId(),
                        draft.opportunityId(),
                        draft.accountId(),
                        draft.owner(),
                        content.value(),
                        content.lines(),
                        content.terms(),
                        content.clausesIfAny(),
                        content.paymentsIfAny()));
    }

    static Decision<ContractEvent> draft(DraftFromQuotation draft) {
        var content = Content.of(draft.value(), draft.lines(), draft.terms(), null, draft.payments());
        return drafted(
                content,
                new ContractDrafted(
                        null,
                        Basis.QUOTATION,
                        null,
                        draft.quotationId(),
                        draft.opportunityId(),
                        draft.accountId(),
                        draft.owner(),
                        content.value(),
                        content.lines(),
                        content.terms(),
                        null,
                        content.paymentsIfAny()));
    }

    private static Decision<ContractEvent> drafted(Content content, ContractDrafted draft) {
        if (draft.owner().isBlank()) {
            return refused(OWNER_MISSING).at("/owner");
        }
        var fault = content.fault();
        return fault.isPresent() ? fault.get() : accepted(draft);
    }

    /** Whoever could write it down by hand could agree to something else than the customer did. */
    private static Decision<ContractEvent> draftsItself(UUID quotationId) {
        return Decision.<ContractEvent>refused(
                        QUOTATION_DRAFTS_ITSELF,
                        "quotation %s becomes contract %s by its acceptance"
                                .formatted(quotationId, Contract.idOf(quotationId)))
                .at("/basis");
    }

    static Decision<ContractEvent> revise(Known contract, ReviseContract revise) {
        if (!(contract instanceof Open open)) {
            return refused(CONTRACT_NOT_DRAFT);
        }
        var content = Content.of(revise.value(), revise.lines(), revise.terms(), revise.clauses(), revise.payments());
        if (content.equals(open.content())) {
            return unchanged();
        }
        if (!content.value().currency().equals(open.content().value().currency())) {
            return refused(CURRENCIES_MIXED).at("/value/currency");
        }
        var fault = content.fault();
        return fault.isPresent()
                ? fault.get()
                : edited(
                        open,
                        new ContractRevised(
                                open.content().value(),
                                content.value(),
                                content.lines(),
                                content.terms(),
                                content.clausesIfAny(),
                                content.paymentsIfAny()));
    }

    static Decision<ContractEvent> edit(Known contract, EditClause edit) {
        if (!(contract instanceof Open open)) {
            return refused(CONTRACT_NOT_DRAFT);
        }
        if (edit.code().isBlank()) {
            return refused(CLAUSE_INCOMPLETE).at("/code");
        }
        if (edit.text().isBlank()) {
            return refused(CLAUSE_INCOMPLETE).at("/text");
        }
        var previous = open.content().clause(edit.code()).orElse(null);
        var code = previous == null ? edit.code() : previous.code();
        var clause = new Clause(code, edit.kind(), edit.text());
        return clause.equals(previous) ? unchanged() : edited(open, new ContractClauseChanged(clause, previous));
    }

    private static Decision<ContractEvent> edited(Open open, ContractEvent change) {
        var passed = open.reviews().passed();
        return passed.isEmpty() ? accepted(change) : accepted(List.of(change, new ContractApprovalVoided(passed)));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Refused<ContractEvent> refused(ContractRefusal reason) {
        return Decision.refused(reason);
    }
}
