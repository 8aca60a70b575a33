package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.kernel.ContactKey;
import io.milepost.leads.lead.Lead.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gate G02, who gets into the register: complete, and the only one with its contact keys. */
final class Registration {

    private Registration() {}

    static Decision<Event> capture(CaptureLead capture, Occasion occasion) {
        var contactKeys = Stream.of("phone", "email")
                .map(occasion::digest)
                .flatMap(Optional::stream)
                .toList();
        return accepted(new LeadCaptured(
                capture.channel(),
                capture.campaign(),
                capture.companyName(),
                ContactKey.companyNumber(capture.companyRegistration()),
                capture.accountId(),
                capture.contactName(),
                capture.phone(),
                capture.email(),
                capture.need() == null || capture.need().isBlank() ? null : capture.need(),
                contactKeys));
    }

    static Decision<Event> register(Lead lead, Occasion occasion) {
        return switch (lead) {
            case Captured(var origin) -> register(origin, null, occasion);
            case Incomplete(var _, var missing) -> incomplete(missing);
            case Duplicate(var origin, var holder) -> register(origin, holder, occasion);
            case InRegister _ -> unchanged();
        };
    }

    /** @param known the lead that is on record for having kept this one out; it may have been disqualified since */
    private static Decision<Event> register(LeadCaptured origin, @Nullable UUID known, Occasion occasion) {
        var missing = missing(origin);
        if (!missing.isEmpty()) {
            return incomplete(missing).onRecord(List.of(new LeadRegistrationRejected(missing)));
        }
        var holder = holder(origin, occasion);
        if (holder.isPresent()) {
            var record = holder.get().equals(known)
                    ? List.<Event>of()
                    : List.<Event>of(new DuplicateLeadDetected(holder.get()));
            return duplicateOf(holder.get()).onRecord(record);
        }
        return accepted(new LeadRegistered(
                occasion.effectiveAt(), occasion.who().name(), origin.contactKeys(), origin.companyRegistration()));
    }

    private static Refused<Event> incomplete(List<String> missing) {
        return refused(LEAD_INCOMPLETE, "missing: " + String.join(", ", missing));
    }

    private static Refused<Event> duplicateOf(UUID holder) {
        return refused(DUPLICATE_CONTACT, "lead %s is registered with this contact".formatted(holder));
    }

    private static List<String> missing(LeadCaptured origin) {
        var contact = origin.contactKeys().isEmpty() ? Stream.of("contact") : Stream.<String>empty();
        var need = origin.need() == null ? Stream.of("need") : Stream.<String>empty();
        return Stream.concat(contact, need).toList();
    }

    private static Optional<UUID> holder(LeadCaptured origin, Occasion occasion) {
        var byContact = origin.contactKeys().stream()
                .flatMap(key -> occasion.holderOf("contact", key).stream())
                .findFirst();
        var number = origin.companyRegistration();
        return byContact.isPresent() || number == null ? byContact : occasion.holderOf("regno", number);
    }
}
