package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_SIGNED;
import static io.milepost.contracts.contract.domain.PerformanceRefusal.CONTRACT_ALREADY_CLOSED;
import static io.milepost.contracts.contract.domain.PerformanceRefusal.CONTRACT_ALREADY_PERFORMED;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.contract.domain.Contract.Concluded;
import io.milepost.contracts.contract.domain.Contract.Known;
import io.milepost.contracts.contract.domain.ContractEvent.ContractClosed;
import io.milepost.contracts.contract.domain.ContractEvent.ContractPerformed;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a concluded contract is carried out. Delivery says so, and may say it of a contract whose effective day nobody has
 * recorded, as of most migrated ones; so it stands beside the state and leaves that alone.
 *
 * @param performedOn the day on which the customer accepted all of it
 * @param closedOn the day on which its project was closed
 */
public record Performance(
        @Nullable LocalDate performedOn, @Nullable LocalDate closedOn) {
    static final Performance NONE = new Performance(null, null);

    Performance performed(LocalDate day) {
        return new Performance(day, closedOn);
    }

    Performance closed(LocalDate day) {
        return new Performance(performedOn, day);
    }

    static Decision<ContractEvent> perform(Known contract, LocalDate on) {
        if (!(contract instanceof Concluded concluded)) {
            return Decision.refused(CONTRACT_NOT_SIGNED, "a contract is performed when both parties have signed");
        }
        var before = concluded.performance().performedOn();
        if (before == null) {
            return accepted(new ContractPerformed(on));
        }
        return before.equals(on) ? unchanged() : Decision.refused(CONTRACT_ALREADY_PERFORMED);
    }

    static Decision<ContractEvent> close(Known contract, LocalDate on) {
        if (!(contract instanceof Concluded concluded)) {
            return Decision.refused(CONTRACT_NOT_SIGNED, "a contract is closed when both parties have signed");
        }
        var before = concluded.performance().closedOn();
        if (before == null) {
            return accepted(new ContractClosed(on));
        }
        return before.equals(on) ? unchanged() : Decision.refused(CONTRACT_ALREADY_CLOSED);
    }
}
