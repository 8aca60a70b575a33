package io.milepost.opportunities.kernel;

import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others have to know of a bill of quantities or materials: the version that was issued last, 0 where there is none.
 *
 * @param solutionId the solution that it spells out, in that version
 */
public record IssuedBill(
        UUID opportunityId,
        @Nullable UUID solutionId,
        @Nullable Integer solutionVersion,
        int version,
        List<BillPosition> positions) {
    public IssuedBill {
        positions = List.copyOf(positions);
    }

    public record BillPosition(String number, String product) {}

    /** In whatever spelling of its number. */
    public Optional<BillPosition> position(@Nullable String number) {
        return positions.stream()
                .filter(position -> Codes.same(position.number(), number))
                .findFirst();
    }
}
