package io.milepost.leads.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.leads.administration.person.Person.NoteAnswer;
import io.milepost.leads.administration.person.ServiceAnswer.ErasedEntity;
import io.milepost.leads.administration.person.ServiceAnswer.SentReceiver;
import io.milepost.leads.inbound.privacy.ErasureCarriedOut;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A service that has erased a person has answered. Of a person of whom nothing is known here, after a restore, there is nothing to note. */
public final class WhenErasureCarriedOutThenNoteAnswer {

    public static final Automation<ErasureCarriedOut> LEAD = in("lead");
    public static final Automation<ErasureCarriedOut> OPPORTUNITY = in("opportunity");
    public static final Automation<ErasureCarriedOut> CONTRACT = in("contract");
    public static final Automation<ErasureCarriedOut> DELIVERY = in("delivery");

    private WhenErasureCarriedOutThenNoteAnswer() {}

    private static Automation<ErasureCarriedOut> in(String service) {
        return new Automation<>(
                "when-erasure-carried-out-in-%s-then-note-answer".formatted(service),
                service,
                "erasure.carried-out.v1",
                ErasureCarriedOut.class,
                WhenErasureCarriedOutThenNoteAnswer::react,
                Set.of(UNKNOWN_TARGET));
    }

    private static Optional<Reaction.Command> react(Inbound cause, ErasureCarriedOut erased) {
        var entities = erased.entities().stream()
                .map(one -> new ErasedEntity(one.aggregate(), one.entity(), one.sealed(), one.open()))
                .toList();
        var receivers = erased.receivers() == null
                ? null
                : erased.receivers().stream()
                        .map(one -> new SentReceiver(one.webhook(), one.name(), one.urls(), one.sent(), one.perhaps()))
                        .toList();
        return Optional.of(new Reaction.Command(
                cause.subject(), new NoteAnswer(cause.source(), erased.round(), erased.at(), entities, receivers)));
    }
}
