package io.milepost.leads.lead.domain;

import static io.milepost.leads.lead.domain.LeadRefusal.LEAD_ALREADY_CAPTURED;
import static io.milepost.leads.lead.domain.LeadRefusal.LEAD_ALREADY_CONVERTED;
import static io.milepost.leads.lead.domain.LeadRefusal.LEAD_DISQUALIFIED;
import static io.milepost.leads.lead.domain.LeadRefusal.LEAD_NOT_ASSIGNED;
import static io.milepost.leads.lead.domain.LeadRefusal.LEAD_NOT_QUALIFIED;
import static io.milepost.leads.lead.domain.LeadRefusal.LEAD_NOT_REGISTERED;
import static io.milepost.leads.lead.domain.LeadRefusal.LEAD_UNKNOWN;
import static io.milepost.leads.lead.domain.LeadRefusal.OWNER_MISSING;
import static io.milepost.leads.lead.domain.LeadRefusal.REASON_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.leads.lead.domain.LeadCommand.AssignLead;
import io.milepost.leads.lead.domain.LeadCommand.CaptureLead;
import io.milepost.leads.lead.domain.LeadCommand.ConvertLead;
import io.milepost.leads.lead.domain.LeadCommand.DisqualifyLead;
import io.milepost.leads.lead.domain.LeadCommand.QualifyLead;
import io.milepost.leads.lead.domain.LeadCommand.RegisterLead;
import io.milepost.leads.lead.domain.LeadEvent.DuplicateLeadDetected;
import io.milepost.leads.lead.domain.LeadEvent.LeadAssigned;
import io.milepost.leads.lead.domain.LeadEvent.LeadCaptured;
import io.milepost.leads.lead.domain.LeadEvent.LeadConverted;
import io.milepost.leads.lead.domain.LeadEvent.LeadDisqualified;
import io.milepost.leads.lead.domain.LeadEvent.LeadQualified;
import io.milepost.leads.lead.domain.LeadEvent.LeadRegistered;
import io.milepost.leads.lead.domain.LeadEvent.LeadRegistrationRejected;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A possible customer's interest, from the first contact to the opportunity it becomes. */
public sealed interface Lead {

    record Unknown() implements Lead {}

    /** Every lead that was captured; what was said then stays. */
    sealed interface Known extends Lead {
        LeadCaptured origin();
    }

    /** Not in the register: not yet, or turned away. */
    sealed interface Unregistered extends Known {}

    /** In the register; when and by whom never changes. */
    sealed interface InRegister extends Known {
        LeadRegistered registration();

        @Nullable
        String owner();
    }

    record Captured(LeadCaptured origin) implements Unregistered {}

    /** Turned away for want of contact or need. */
    record Incomplete(LeadCaptured origin, List<String> missing) implements Unregistered {}

    /** Turned away because another lead holds the contact. */
    record Duplicate(LeadCaptured origin, UUID holder) implements Unregistered {}

    record Registered(LeadCaptured origin, LeadRegistered registration) implements InRegister {
        @Override
        public @Nullable String owner() {
            return null;
        }
    }

    record Assigned(LeadCaptured origin, LeadRegistered registration, String owner) implements InRegister {}

    record Qualified(LeadCaptured origin, LeadRegistered registration, String owner) implements InRegister {}

    record Disqualified(
            LeadCaptured origin,
            LeadRegistered registration,
            @Nullable String owner,
            String reason) implements InRegister {}

    record Converted(LeadCaptured origin, LeadRegistered registration, String owner, LeadConverted conversion)
            implements InRegister {}

    static Decision<LeadEvent> decide(Lead state, LeadCommand command, Occasion occasion) {
        return switch (command) {
            case CaptureLead capture ->
                state instanceof Unknown
                        ? accepted(LeadRegistration.capture(capture, occasion))
                        : refused(LEAD_ALREADY_CAPTURED);
            case RegisterLead _ -> register(state, occasion);
            case AssignLead(var owner) -> assign(state, owner);
            case QualifyLead _ -> qualify(state);
            case DisqualifyLead(var reason) -> disqualify(state, reason);
            case ConvertLead convert -> convert(state, convert, occasion);
        };
    }

    static Lead evolve(Lead state, LeadEvent event) {
        return switch (event) {
            case LeadCaptured origin -> new Captured(origin);
            case LeadRegistrationRejected(var missing) -> new Incomplete(((Known) state).origin(), missing);
            case DuplicateLeadDetected(var holder) -> new Duplicate(((Known) state).origin(), holder);
            case LeadRegistered registration -> new Registered(((Known) state).origin(), registration);
            case LeadAssigned(var owner, var _) -> reassigned((InRegister) state, owner);
            case LeadQualified _ -> {
                var lead = (Assigned) state;
                yield new Qualified(lead.origin(), lead.registration(), lead.owner());
            }
            case LeadDisqualified(var reason) -> {
                var lead = (InRegister) state;
                yield new Disqualified(lead.origin(), lead.registration(), lead.owner(), reason);
            }
            case LeadConverted conversion -> {
                var lead = (InRegister) state;
                yield new Converted(lead.origin(), lead.registration(), conversion.owner(), conversion);
            }
        };
    }

    /** Gate G02. */
    private static Decision<LeadEvent> register(Lead state, Occasion occasion) {
        return switch (state) {
            case Unknown _ -> refused(LEAD_UNKNOWN);
            case Captured(var origin) -> LeadRegistration.register(origin, occasion);
            case Incomplete(var _, var missing) -> LeadRegistration.incomplete(missing);
            case Duplicate(var _, var holder) -> LeadRegistration.duplicateOf(holder);
            case InRegister _ -> unchanged();
        };
    }

    private static Decision<LeadEvent> assign(Lead state, String owner) {
        return switch (state) {
            case Unknown _ -> refused(LEAD_UNKNOWN);
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Disqualified _ -> refused(LEAD_DISQUALIFIED);
            case Converted _ -> refused(LEAD_ALREADY_CONVERTED);
            case Registered _, Assigned _, Qualified _
            when owner.isBlank() -> refused(OWNER_MISSING).at("/owner");
            case Registered _ -> accepted(new LeadAssigned(owner, null));
            case Assigned lead -> reassign(owner, lead.owner());
            case Qualified lead -> reassign(owner, lead.owner());
        };
    }

    private static Decision<LeadEvent> reassign(String owner, String previous) {
        return Codes.same(owner, previous) ? unchanged() : accepted(new LeadAssigned(owner, previous));
    }

    private static Decision<LeadEvent> qualify(Lead state) {
        return switch (state) {
            case Unknown _ -> refused(LEAD_UNKNOWN);
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Registered _ -> refused(LEAD_NOT_ASSIGNED);
            case Assigned _ -> accepted(new LeadQualified());
            case Qualified _ -> unchanged();
            case Disqualified _ -> refused(LEAD_DISQUALIFIED);
            case Converted _ -> refused(LEAD_ALREADY_CONVERTED);
        };
    }

    private static Decision<LeadEvent> disqualify(Lead state, String reason) {
        return switch (state) {
            case Unknown _ -> refused(LEAD_UNKNOWN);
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Converted _ -> refused(LEAD_ALREADY_CONVERTED);
            case Disqualified lead -> reason.equals(lead.reason()) ? unchanged() : refused(LEAD_DISQUALIFIED);
            case Registered _, Assigned _, Qualified _ ->
                reason.isBlank() ? refused(REASON_MISSING).at("/reason") : accepted(new LeadDisqualified(reason));
        };
    }

    private static Decision<LeadEvent> convert(Lead state, ConvertLead convert, Occasion occasion) {
        return switch (state) {
            case Unknown _ -> refused(LEAD_UNKNOWN);
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Registered _, Assigned _ -> refused(LEAD_NOT_QUALIFIED);
            case Qualified lead -> LeadConversion.convert(lead, convert, occasion);
            case Disqualified _ -> refused(LEAD_DISQUALIFIED);
            case Converted _ -> refused(LEAD_ALREADY_CONVERTED);
        };
    }

    private static Lead reassigned(InRegister lead, String owner) {
        return lead instanceof Qualified
                ? new Qualified(lead.origin(), lead.registration(), owner)
                : new Assigned(lead.origin(), lead.registration(), owner);
    }

    private static Refused<LeadEvent> refused(LeadRefusal reason) {
        return Decision.refused(reason);
    }
}
