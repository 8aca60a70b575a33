package io.milepost.reporting.read.milestones;

import io.milepost.platform.web.RequestReader;
import io.milepost.reporting.read.Asked;
import io.milepost.reporting.read.Parameters;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is asked of the milestones report.
 *
 * @param asOf the end of this day in the deployment's zone
 * @param kind null for sales and delivery together
 * @param groupBy null for totals alone
 */
record MilestonesQuery(
        LocalDate asOf, @Nullable Kind kind, @Nullable MilestonesGrouping groupBy) implements Asked {

    static MilestonesQuery of(ServerRequest request, LocalDate today) {
        RequestReader.onlyParameters(request, "asOf", "kind", "groupBy");
        return new MilestonesQuery(
                Parameters.day(request, "asOf", today).orElse(today),
                Parameters.choice(request, "kind", Kind.class).orElse(null),
                Parameters.choice(request, "groupBy", MilestonesGrouping.class).orElse(null));
    }

    Set<Kind> kinds() {
        return kind == null ? EnumSet.allOf(Kind.class) : EnumSet.of(kind);
    }

    @Override
    public void write(ObjectNode body) {
        body.put("asOf", asOf.toString());
    }
}
