package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_ALREADY_ARCHIVED;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_SIGNED;
import static io.milepost.contracts.contract.domain.ContractRefusal.COPIES_ALREADY_DELIVERED;
import static io.milepost.contracts.contract.domain.ContractRefusal.DELIVERED_BEFORE_SIGNED;
import static io.milepost.contracts.contract.domain.ContractRefusal.DELIVERED_IN_FUTURE;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.contract.domain.Contract.Concluded;
import io.milepost.contracts.contract.domain.Contract.Known;
import io.milepost.contracts.contract.domain.ContractEvent.ContractArchived;
import io.milepost.contracts.contract.domain.ContractEvent.ContractCopiesDelivered;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The customer gets the signed copies, and the contract is archived, each once. */
final class Papers {

    private Papers() {}

    static Decision<ContractEvent> deliver(Known contract, @Nullable LocalDate on, Occasion occasion) {
        if (!(contract instanceof Concluded concluded)) {
            return Decision.refused(CONTRACT_NOT_SIGNED, "copies are of a contract that both parties have signed");
        }
        var before = concluded.filing().copiesDeliveredOn();
        if (before != null) {
            return on == null || on.equals(before) ? unchanged() : Decision.refused(COPIES_ALREADY_DELIVERED);
        }
        var day = Objects.requireNonNullElse(on, occasion.today());
        if (day.isAfter(occasion.today())) {
            return Decision.<ContractEvent>refused(DELIVERED_IN_FUTURE).at("/on");
        }
        return day.isBefore(concluded.signatures().signedOn())
                ? Decision.<ContractEvent>refused(DELIVERED_BEFORE_SIGNED).at("/on")
                : accepted(new ContractCopiesDelivered(day));
    }

    static Decision<ContractEvent> archive(Known contract, @Nullable String location, Occasion occasion) {
        if (!(contract instanceof Concluded concluded)) {
            return Decision.refused(CONTRACT_NOT_SIGNED, "a contract is archived when both parties have signed");
        }
        var filing = concluded.filing();
        if (filing.archivedOn() == null) {
            return accepted(new ContractArchived(occasion.today(), location));
        }
        return location == null || location.equals(filing.location())
                ? unchanged()
                : Decision.<ContractEvent>refused(CONTRACT_ALREADY_ARCHIVED).at("/location");
    }
}
