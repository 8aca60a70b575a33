package io.milepost.contracts.contract.domain;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a contract, refusals on record included. */
public sealed interface ContractEvent {

    record ContractDrafted(
            @Nullable String number,
            Basis basis,
            @Nullable String basisReason,
            @Nullable UUID quotationId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<ContractLine> lines,
            Terms terms)
            implements ContractEvent {
        public ContractDrafted {
            lines = List.copyOf(lines);
        }
    }

    record ContractRevised(Money previousValue, Money value, List<ContractLine> lines, Terms terms)
            implements ContractEvent {
        public ContractRevised {
            lines = List.copyOf(lines);
        }
    }

    /** On record: somebody was about to sign a contract that lacks mandatory contents. */
    record ContractIncompleteFlagged(List<String> missing) implements ContractEvent {
        public ContractIncompleteFlagged {
            missing = List.copyOf(missing);
        }
    }

    record ContractPartySigned(Party party, @Nullable String signatory, LocalDate signedOn) implements ContractEvent {}

    /**
     * Both parties have signed. It has all that others act on: the deal is won, the account is a customer, the payments start.
     *
     * @param payments as agreed; absent when the contract states none
     */
    record ContractSigned(
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            LocalDate signedOn,
            Basis basis,
            @Nullable List<PaymentTerm> payments)
            implements ContractEvent {
        public ContractSigned {
            payments = payments == null ? null : List.copyOf(payments);
        }
    }

    record ContractBecameEffective(LocalDate effectiveOn) implements ContractEvent {}
}
