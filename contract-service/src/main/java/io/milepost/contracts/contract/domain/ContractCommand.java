package io.milepost.contracts.contract.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a contract. */
public sealed interface ContractCommand {

    /**
     * Writes down what was agreed.
     *
     * @param number the deployment's own contract number
     * @param basisReason why there is no quotation; for every basis but QUOTATION
     * @param owner code of the team member who answers for it
     * @param lines may be empty in a draft; with lines, {@code value} is their sum
     */
    record DraftContract(
            @Nullable String number,
            Basis basis,
            @Nullable String basisReason,
            @Nullable UUID quotationId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<ContractLine> lines,
            @Nullable Terms terms)
            implements ContractCommand {
        public DraftContract {
            lines = List.copyOf(lines);
        }
    }

    /** The whole content anew; possible until somebody has signed. */
    record ReviseContract(
            Money value, List<ContractLine> lines, @Nullable Terms terms) implements ContractCommand {
        public ReviseContract {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One party puts its name to it.
     *
     * @param signatory the person who signed; kept as personal data
     * @param signedOn today when absent
     */
    record SignContract(
            Party party,
            @Nullable String signatory,
            @Nullable LocalDate signedOn) implements ContractCommand {}

    record SetEffectiveDate(LocalDate effectiveOn) implements ContractCommand {}
}
