package io.milepost.leads.lead.domain;

import static io.milepost.leads.lead.domain.LeadRefusal.DUPLICATE_CONTACT;
import static io.milepost.leads.lead.domain.LeadRefusal.LEAD_INCOMPLETE;
import static io.milepost.platform.decision.Decision.accepted;

import io.milepost.leads.kernel.ContactKey;
import io.milepost.leads.lead.domain.LeadCommand.CaptureLead;
import io.milepost.leads.lead.domain.LeadEvent.DuplicateLeadDetected;
import io.milepost.leads.lead.domain.LeadEvent.LeadCaptured;
import io.milepost.leads.lead.domain.LeadEvent.LeadRegistered;
import io.milepost.leads.lead.domain.LeadEvent.LeadRegistrationRejected;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who gets into the register: complete, and the first with its contact keys. */
final class LeadRegistration {

    private LeadRegistration() {}

    static LeadCaptured capture(CaptureLead capture, Occasion occasion) {
        var contactKeys = Stream.of("phone", "email")
                .map(occasion::digest)
                .flatMap(Optional::stream)
                .toList();
        return new LeadCaptured(
                capture.channel(),
                capture.campaign(),
                capture.companyName(),
                ContactKey.companyNumber(capture.companyRegistration()),
                capture.accountId(),
                capture.contactName(),
                capture.phone(),
                capture.email(),
                capture.need() == null || capture.need().isBlank() ? null : capture.need(),
                contactKeys);
    }

    static Decision<LeadEvent> register(LeadCaptured origin, Occasion occasion) {
        var missing = missing(origin);
        if (!missing.isEmpty()) {
            return incomplete(missing).onRecord(List.of(new LeadRegistrationRejected(missing)));
        }
        var holder = holder(origin, occasion);
        if (holder.isPresent()) {
            return duplicateOf(holder.get()).onRecord(List.of(new DuplicateLeadDetected(holder.get())));
        }
        return accepted(new LeadRegistered(
                occasion.effectiveAt(), occasion.actor(), origin.contactKeys(), origin.companyRegistration()));
    }

    static Refused<LeadEvent> incomplete(List<String> missing) {
        return Decision.refused(LEAD_INCOMPLETE, "missing: " + String.join(", ", missing));
    }

    static Refused<LeadEvent> duplicateOf(UUID holder) {
        return Decision.refused(DUPLICATE_CONTACT, "lead %s is registered with this contact".formatted(holder));
    }

    private static List<String> missing(LeadCaptured origin) {
        var missing = new ArrayList<String>();
        if (origin.contactKeys().isEmpty()) {
            missing.add("contact");
        }
        if (origin.need() == null) {
            missing.add("need");
        }
        return missing;
    }

    private static Optional<UUID> holder(LeadCaptured origin, Occasion occasion) {
        var byContact = origin.contactKeys().stream()
                .flatMap(key -> occasion.holderOf("contact", key).stream())
                .findFirst();
        var number = origin.companyRegistration();
        return byContact.isPresent() || number == null ? byContact : occasion.holderOf("regno", number);
    }
}
