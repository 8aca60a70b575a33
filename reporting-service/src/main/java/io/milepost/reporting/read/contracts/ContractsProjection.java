package io.milepost.reporting.read.contracts;

import static io.milepost.reporting.inbound.contract.ContractFacts.BECAME_EFFECTIVE;
import static io.milepost.reporting.inbound.contract.ContractFacts.DRAFTED;
import static io.milepost.reporting.inbound.contract.ContractFacts.REVISED;
import static io.milepost.reporting.inbound.contract.ContractFacts.SIGNED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.contract.ContractFacts;
import io.milepost.reporting.read.cells.Amounts;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.Slot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contract events to agreements, and an agreement to what it counts for. Cells are split by owner. */
public final class ContractsProjection implements Projection<Agreement> {
    private final ZoneId zone;

    public ContractsProjection(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "contracts";
    }

    @Override
    public String source() {
        return ContractFacts.SOURCE;
    }

    @Override
    public Class<Agreement> view() {
        return Agreement.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(DRAFTED, REVISED, SIGNED, BECAME_EFFECTIVE);
    }

    @Override
    public Agreement apply(@Nullable Agreement before, Inbound event) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        if (event.type().equals(DRAFTED)) {
            var drafted = event.as(ContractFacts.Drafted.class);
            return new Agreement(drafted.owner(), Agreement.State.DRAFTED, drafted.value(), null, day);
        }
        if (before == null) {
            throw new IllegalStateException("%s at position %d is of a contract that was never drafted"
                    .formatted(event.type(), event.position()));
        }
        return switch (event.type()) {
            case REVISED -> before.worth(event.as(ContractFacts.Revised.class).value(), day);
            case SIGNED -> {
                var signed = event.as(ContractFacts.Signed.class);
                yield before.signed(signed.owner(), signed.value(), signed.signedOn());
            }
            case BECAME_EFFECTIVE ->
                before.effective(event.as(ContractFacts.BecameEffective.class).effectiveOn());
            default -> throw new IllegalArgumentException("not a type of the contracts report: " + event.type());
        };
    }

    /** Layout of a cell: {@code state/signedMonth/currency} and below it the number {@code n} and the value {@code v} in minor units. */
    @Override
    public Map<Slot, Long> contributions(Agreement agreement) {
        String month = agreement.signedMonth() == null
                ? Line.NONE
                : agreement.signedMonth().toString();
        String path = "%s/%s/%s"
                .formatted(
                        agreement.state(), month, agreement.value().currency().getCurrencyCode());
        return Map.of(
                new Slot(agreement.owner(), path + "/n"),
                1L,
                new Slot(agreement.owner(), path + "/v"),
                Amounts.minor(agreement.value()));
    }
}
