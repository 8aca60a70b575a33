package io.milepost.reporting.read.mart.projects;

import static io.milepost.reporting.inbound.delivery.ClosureFacts.OPENED;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.SALES_CALLED_OFF;
import static io.milepost.reporting.inbound.delivery.ClosureFacts.SALES_OPENED;
import static io.milepost.reporting.inbound.delivery.EvaluationFacts.EVALUATED;
import static io.milepost.reporting.inbound.delivery.EvaluationFacts.SALES_EVALUATED;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.INITIATED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.delivery.EvaluationFacts;
import io.milepost.reporting.inbound.delivery.EvaluationFacts.Evaluated;
import io.milepost.reporting.inbound.delivery.HandoverFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a project brought, as finance found when it was closed: of a delivery project, which begins with the handover of its id, and of
 * a sales project.
 *
 * @param owner who sold it; null where no handover says so
 * @param evaluation null as long as there is none, also while the deal of a closed sales project goes on, and then it counts nowhere
 */
record Result(
        @Nullable String owner,
        Kind kind,
        @Nullable UUID deal,
        @Nullable Evaluated evaluation,
        LocalDate day) {

    /** Of which project. */
    enum Kind {
        DELIVERY_PROJECT,
        SALES_PROJECT
    }

    /** One that was evaluated. */
    record Evaluation(
            @Nullable String owner, Kind kind, @Nullable UUID deal, Evaluated found) {

        boolean known() {
            return true;
        }

        @Nullable
        String dealId() {
            return deal == null ? null : deal.toString();
        }

        Money revenue() {
            return found.revenue();
        }

        Money cost() {
            return found.cost();
        }

        Money profit() {
            return found.profit();
        }

        @Nullable
        Money plannedProfit() {
            return found.plannedProfit();
        }
    }

    Map<String, Evaluation> evaluations() {
        return evaluation == null ? Map.of() : Map.of("", new Evaluation(owner, kind, deal, evaluation));
    }

    private Result with(@Nullable String who, Kind of, @Nullable UUID whose, @Nullable Evaluated found, LocalDate on) {
        return new Result(who, of, whose, found, on.isBefore(day) ? day : on);
    }

    /** Closure and handover events to results. */
    record Folding(ZoneId zone) implements Fold<Result> {
        @Override
        public String source() {
            return EvaluationFacts.SOURCE;
        }

        @Override
        public Class<Result> view() {
            return Result.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(INITIATED, OPENED, SALES_OPENED, SALES_CALLED_OFF, EVALUATED, SALES_EVALUATED);
        }

        @Override
        public LocalDate day(Result view) {
            return view.day();
        }

        @Override
        public Result apply(@Nullable Result before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            var known = before == null ? new Result(null, Kind.DELIVERY_PROJECT, null, null, day) : before;
            return switch (event.type()) {
                case INITIATED ->
                    known.with(
                            event.as(HandoverFacts.Initiated.class).owner(),
                            known.kind,
                            known.deal,
                            known.evaluation,
                            day);
                case OPENED, SALES_OPENED ->
                    known.with(
                            known.owner,
                            event.type().equals(OPENED) ? Kind.DELIVERY_PROJECT : Kind.SALES_PROJECT,
                            event.as(EvaluationFacts.Opened.class).opportunityId(),
                            known.evaluation,
                            day);
                case SALES_CALLED_OFF -> known.with(known.owner, known.kind, known.deal, null, day);
                default -> known.with(known.owner, known.kind, known.deal, event.as(Evaluated.class), day);
            };
        }
    }
}
