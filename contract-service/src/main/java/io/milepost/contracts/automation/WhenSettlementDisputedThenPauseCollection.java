package io.milepost.contracts.automation;

import io.milepost.contracts.inbound.delivery.SettlementConfirmed;
import io.milepost.contracts.inbound.delivery.SettlementDisputed;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.PauseCollection;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.ResumeCollection;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Automation.Unreached;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * Nobody is pressed for money over which there is a dispute, until the customer agrees (domain 3.5, R-141); the schedule knows whether
 * its sales process wants that. A contract without payments has nothing to pause.
 */
public final class WhenSettlementDisputedThenPauseCollection {

    public static final Automation<SettlementDisputed> DISPUTED = new Automation<>(
            "when-settlement-disputed-then-pause-collection",
            "delivery",
            "settlement.disputed.v1",
            SettlementDisputed.class,
            (_, disputed) ->
                    Optional.of(new Reaction.Command(disputed.contractId(), new PauseCollection(disputed.on()))),
            Set.of(Unreached.UNKNOWN_TARGET));

    public static final Automation<SettlementConfirmed> CONFIRMED = new Automation<>(
            "when-settlement-confirmed-then-resume-collection",
            "delivery",
            "settlement.confirmed.v1",
            SettlementConfirmed.class,
            (_, confirmed) ->
                    Optional.of(new Reaction.Command(confirmed.contractId(), new ResumeCollection(confirmed.on()))),
            Set.of(Unreached.UNKNOWN_TARGET));

    private WhenSettlementDisputedThenPauseCollection() {}
}
