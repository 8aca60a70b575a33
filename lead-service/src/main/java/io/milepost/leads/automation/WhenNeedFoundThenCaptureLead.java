package io.milepost.leads.automation;

import io.milepost.leads.inbound.delivery.NeedFound;
import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.LeadCommand.CaptureLead;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer would buy besides, found in a service case or at a care visit, is a new lead of that account. Whoever takes it up
 * adds whom to ask. The need stays sealed by the key of the case or visit: forgetting that forgets it here as well. No refusal settles it:
 * one finding is one lead, under the id of its event.
 */
public final class WhenNeedFoundThenCaptureLead {

    public static final Automation<NeedFound> CASE = rule("service-case");

    public static final Automation<NeedFound> VISIT = rule("care-visit");

    private WhenNeedFoundThenCaptureLead() {}

    private static Automation<NeedFound> rule(String source) {
        return new Automation<>(
                "when-need-found-in-%s-then-capture-lead".formatted(source),
                "delivery",
                source + ".need-found.v1",
                NeedFound.class,
                (cause, found) -> Optional.of(capture(cause, found, "%s %s".formatted(source, cause.subject()))),
                Set.of());
    }

    private static Reaction.Command capture(Inbound cause, NeedFound found, String finding) {
        return new Reaction.Command(
                cause.eventId(),
                new CaptureLead(
                        Channel.AFTER_SALES,
                        null,
                        null,
                        null,
                        found.accountId(),
                        null,
                        null,
                        null,
                        found.need(),
                        null,
                        null,
                        finding,
                        null));
    }
}
