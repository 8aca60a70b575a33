package io.milepost.delivery.handover.domain;

import static io.milepost.delivery.handover.domain.HandoverRefusal.ACCEPTED_BEFORE_HELD;
import static io.milepost.delivery.handover.domain.HandoverRefusal.ACCEPTED_IN_FUTURE;
import static io.milepost.delivery.handover.domain.HandoverRefusal.DEFECTS_MISSING;
import static io.milepost.delivery.handover.domain.HandoverRefusal.HANDOVER_ALREADY_ACCEPTED;
import static io.milepost.delivery.handover.domain.HandoverRefusal.HANDOVER_NOT_HELD;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.refused;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.handover.domain.Handover.Accepted;
import io.milepost.delivery.handover.domain.Handover.Held;
import io.milepost.delivery.handover.domain.Handover.Known;
import io.milepost.delivery.handover.domain.Handover.Preparing;
import io.milepost.delivery.handover.domain.Handover.Ready;
import io.milepost.delivery.handover.domain.Handover.Returned;
import io.milepost.delivery.handover.domain.Handover.Scheduled;
import io.milepost.delivery.handover.domain.HandoverCommand.AcceptHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.ReturnHandover;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverAccepted;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverReturned;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;

/** The delivery manager says yes or no, always explicitly (R-147, gate G16). */
final class Takeover {

    private Takeover() {}

    static Decision<HandoverEvent> accept(Known handover, AcceptHandover accept, Occasion occasion) {
        return switch (handover) {
            case Preparing _, Returned _, Ready _, Scheduled _ -> refused(HANDOVER_NOT_HELD);
            case Held held -> accept(held, Objects.requireNonNullElse(accept.on(), occasion.today()), occasion);
            case Accepted accepted ->
                accept.on() == null || accept.on().equals(accepted.accepted().acceptedOn())
                        ? unchanged()
                        : refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    private static Decision<HandoverEvent> accept(Held held, LocalDate on, Occasion occasion) {
        if (on.isAfter(occasion.today())) {
            return Decision.<HandoverEvent>refused(ACCEPTED_IN_FUTURE).at("/on");
        }
        if (on.isBefore(held.held().on())) {
            return Decision.<HandoverEvent>refused(ACCEPTED_BEFORE_HELD).at("/on");
        }
        var initiated = held.dossier().initiated();
        return accepted(new HandoverAccepted(
                initiated.contractId(),
                initiated.opportunityId(),
                on,
                initiated.migrated() ? null : on,
                initiated.value() == null ? null : initiated.value().currency()));
    }

    static Decision<HandoverEvent> giveBack(Known handover, ReturnHandover giveBack) {
        return switch (handover) {
            case Returned returned when returned.defects().equals(giveBack.defects()) -> unchanged();
            case Preparing _, Returned _, Ready _, Scheduled _ -> refused(HANDOVER_NOT_HELD);
            case Held _
            when giveBack.defects().isEmpty() || giveBack.defects().stream().anyMatch(String::isBlank) ->
                Decision.<HandoverEvent>refused(DEFECTS_MISSING).at("/defects");
            case Held _ -> accepted(new HandoverReturned(giveBack.defects()));
            case Accepted _ -> refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }
}
