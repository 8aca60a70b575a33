package io.milepost.delivery.automation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.delivery.carevisit.CareVisit.PlanReturnVisit;
import io.milepost.delivery.inbound.delivery.ComprehensiveAccepted;
import io.milepost.delivery.kernel.StandardRules;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What the customer has accepted is delivered: return visits follow, as many days after it as its sales process says. Those whose day had passed when the
 * acceptance was recorded are left out; nobody can make them any more. Nothing settles it: it is accepted once.
 */
public final class WhenComprehensiveAcceptedThenPlanReturnVisits {

    public static final Automation<ComprehensiveAccepted> AUTOMATION = new Automation<>(
            "when-comprehensive-accepted-then-plan-return-visits",
            "delivery",
            "acceptance.comprehensive-accepted.v1",
            ComprehensiveAccepted.class,
            Reaction.toSeveral(WhenComprehensiveAcceptedThenPlanReturnVisits::react),
            Set.of());

    private WhenComprehensiveAcceptedThenPlanReturnVisits() {}

    private static List<Reaction.Command> react(Inbound cause, ComprehensiveAccepted accepted) {
        var recordedOn = LocalDate.ofInstant(cause.recordedAt(), ZoneOffset.UTC);
        return Objects.requireNonNullElse(accepted.visitDays(), StandardRules.RULES.careVisitDays()).stream()
                .filter(days -> accepted.acceptedOn().plusDays(days).isAfter(recordedOn))
                .map(days -> new Reaction.Command(
                        visit(accepted.contractId(), days),
                        new PlanReturnVisit(
                                accepted.contractId(), accepted.acceptedOn().plusDays(days))))
                .toList();
    }

    private static UUID visit(UUID contract, int days) {
        return UUID.nameUUIDFromBytes(
                "care visit %d days after contract %s".formatted(days, contract).getBytes(UTF_8));
    }
}
