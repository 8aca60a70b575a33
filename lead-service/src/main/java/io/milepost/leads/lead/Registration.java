package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.kernel.ContactKey;
import io.milepost.leads.kernel.Deadlines;
import io.milepost.leads.lead.Lead.*;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gate G02, who gets into the register: complete, and the only one with its contact keys and its identity. */
final class Registration {
    /**
     * Names of the keyed hashes of a contact: a phone number in its one spelling and in those under which leads of before may have it,
     * the number of a company together with the person's name, and an e-mail.
     */
    static final List<String> CONTACT = List.of("phone", "phone.stated", "phone.home", "line", "email");

    /** Name of the keyed hash of an identity number. */
    static final String IDENTITY = "identity";

    private Registration() {}

    static Decision<LeadEvent> capture(CaptureLead capture, Occasion occasion) {
        return contact(check(), capture.phone(), capture.email(), occasion)
                .text("/campaign", capture.campaign())
                .text("/companyName", capture.companyName())
                .text("/contactName", capture.contactName())
                .text("/region", capture.region())
                .that(!capture.channel().isFinding() || isSaid(capture.finding()), "/finding", FINDING_MISSING)
                .text("/finding", capture.finding())
                .that(isIdentity(capture.identityNumber(), occasion), "/identityNumber", IDENTITY_INVALID)
                .accept(() -> new LeadCaptured(
                        capture.channel(),
                        capture.campaign(),
                        capture.companyName(),
                        ContactKey.companyNumber(capture.companyRegistration()),
                        capture.accountId(),
                        capture.contactName(),
                        capture.phone(),
                        capture.email(),
                        isSaid(capture.need()) ? capture.need() : null,
                        contactKeys(occasion),
                        capture.phoneKind(),
                        capture.region(),
                        capture.finding(),
                        capture.identityNumber(),
                        occasion.digest(IDENTITY).orElse(null)));
    }

    static Decision<LeadEvent> complete(Lead lead, CompleteLead complete, Occasion occasion) {
        return switch (lead) {
            case Captured(var origin, var said, var _) -> complete(origin, said, complete, occasion);
            case Incomplete(var origin, var _) -> complete(origin, null, complete, occasion);
            case Duplicate duplicate -> complete(duplicate.origin(), null, complete, occasion);
            case Open _ -> refused(LEAD_REGISTERED);
            case Ended ended -> refused(ended.because());
        };
    }

    private static Decision<LeadEvent> complete(
            LeadCaptured known, @Nullable String said, CompleteLead complete, Occasion occasion) {
        var saying = occasion.digest("said");
        if (saying.isEmpty()) {
            return refused(NOTHING_STATED);
        }
        return saying.get().equals(said)
                ? unchanged()
                : contact(check(), complete.phone(), complete.email(), occasion)
                        .text("/companyName", complete.companyName())
                        .text("/contactName", complete.contactName())
                        .text("/need", complete.need())
                        .text("/region", complete.region())
                        .that(isIdentity(complete.identityNumber(), occasion), "/identityNumber", IDENTITY_INVALID)
                        .accept(() -> completed(known, complete, saying.get(), occasion));
    }

    private static LeadCompleted completed(LeadCaptured known, CompleteLead complete, String said, Occasion occasion) {
        boolean reached = complete.phone() != null || complete.email() != null;
        var number = ContactKey.companyNumber(complete.companyRegistration());
        return new LeadCompleted(
                or(complete.companyName(), known.companyName()),
                or(number, known.companyRegistration()),
                or(complete.accountId(), known.accountId()),
                or(complete.contactName(), known.contactName()),
                reached ? complete.phone() : known.phone(),
                reached ? complete.email() : known.email(),
                or(complete.need(), known.need()),
                reached ? contactKeys(occasion) : known.contactKeys(),
                reached ? complete.phoneKind() : known.phoneKind(),
                or(complete.region(), known.region()),
                said,
                or(complete.identityNumber(), known.identityNumber()),
                complete.identityNumber() == null
                        ? known.identityKey()
                        : occasion.digest(IDENTITY).orElse(null));
    }

    static Decision<LeadEvent> register(Lead lead, @Nullable String unit, Occasion occasion) {
        if (unit != null && occasion.read(FollowUpRule.class).isEmpty()) {
            return refusedAt("/businessUnit", BUSINESS_UNIT_UNKNOWN);
        }
        return switch (lead) {
            case Captured(var origin, var _, var distinctFrom) -> register(origin, null, distinctFrom, occasion);
            case Incomplete(var _, var missing) -> incomplete(missing);
            case Duplicate(var origin, var holder, var _, var distinctFrom) ->
                register(origin, holder, distinctFrom, occasion);
            case InRegister known ->
                unit == null || Codes.same(unit, known.entry().businessUnit()) ? unchanged() : refused(LEAD_REGISTERED);
            case Discarded _, Merged _ -> refused(((Ended) lead).because());
        };
    }

    /**
     * @param known the lead that is on record for having kept this one out; it may have ended since
     * @param distinctFrom leads that may hold the same contact or identity, which they keep
     */
    private static Decision<LeadEvent> register(
            LeadCaptured origin, @Nullable UUID known, List<UUID> distinctFrom, Occasion occasion) {
        var missing = missing(origin);
        if (!missing.isEmpty()) {
            return incomplete(missing).onRecord(List.of(new LeadRegistrationRejected(missing)));
        }
        var holder = Stream.concat(
                        origin.contactKeys().stream().flatMap(key -> occasion.holderOf("contact", key).stream()),
                        identityHolder(origin, occasion).stream())
                .filter(other -> !distinctFrom.contains(other))
                .findFirst();
        if (holder.isPresent()) {
            var record = holder.get().equals(known)
                    ? List.<LeadEvent>of()
                    : List.<LeadEvent>of(new DuplicateLeadDetected(holder.get()));
            return duplicateOf(holder.get()).onRecord(record);
        }
        var company = company(origin, occasion);
        var rule = occasion.read(FollowUpRule.class);
        int firstContact =
                rule.map(FollowUpRule::days).orElse(Deadlines.STANDARD).firstContact();
        // What an import repeats was registered elsewhere, and is assigned as of the same day, before which no clock
        // must come.
        return accepted(new LeadRegistered(
                occasion.effectiveAt(),
                occasion.who().name(),
                free(origin, occasion),
                company.isPresent() ? null : origin.companyRegistration(),
                company.orElse(null),
                identityHolder(origin, occasion).isPresent() ? null : origin.identityKey(),
                occasion.who().member(),
                occasion.who().bound() ? occasion.today().plusDays(firstContact) : null,
                rule.orElse(null)));
    }

    static Decision<LeadEvent> discard(Lead lead, String reason) {
        return switch (lead) {
            case Unregistered _ -> check().reason("/reason", reason).accept(() -> new LeadDiscarded(reason));
            case Open _ -> refused(LEAD_REGISTERED);
            case Discarded before when reason.equals(before.reason()) -> unchanged();
            case Ended ended -> refused(ended.because());
        };
    }

    /** What is stated has to be a contact: a number that can be called, an address that can be written to. */
    private static Checks contact(Checks checks, @Nullable String phone, @Nullable String email, Occasion occasion) {
        boolean called =
                occasion.digest("phone").isPresent() || occasion.digest("line").isPresent();
        return checks.that(phone == null || called, "/phone", PHONE_INVALID)
                .that(email == null || occasion.digest("email").isPresent(), "/email", EMAIL_INVALID);
    }

    /** What is stated has to be such a number. */
    private static boolean isIdentity(@Nullable String number, Occasion occasion) {
        return number == null || occasion.digest(IDENTITY).isPresent();
    }

    private static Optional<UUID> identityHolder(LeadCaptured origin, Occasion occasion) {
        var key = origin.identityKey();
        return key == null ? Optional.empty() : occasion.holderOf(IDENTITY, key);
    }

    private static List<String> contactKeys(Occasion occasion) {
        return CONTACT.stream()
                .map(occasion::digest)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The keys that nobody else holds. */
    private static List<String> free(LeadCaptured origin, Occasion occasion) {
        return origin.contactKeys().stream()
                .filter(key -> occasion.holderOf("contact", key).isEmpty())
                .toList();
    }

    /**
     * Another lead of the same company. It is shown and keeps nobody out: a company has several people who buy, and each may have a
     * need of their own; whether they are one is for the manager to rule.
     */
    private static Optional<UUID> company(LeadCaptured origin, Occasion occasion) {
        var number = origin.companyRegistration();
        return number == null ? Optional.empty() : occasion.holderOf("regno", number);
    }

    private static Refused<LeadEvent> incomplete(List<String> missing) {
        return refused(LEAD_INCOMPLETE, "missing: " + String.join(", ", missing));
    }

    private static Refused<LeadEvent> duplicateOf(UUID holder) {
        return refused(DUPLICATE_CONTACT, "lead %s is registered with this contact or identity".formatted(holder));
    }

    private static List<String> missing(LeadCaptured origin) {
        var contact = origin.contactKeys().isEmpty() ? Stream.of("contact") : Stream.<String>empty();
        var need = origin.need() == null ? Stream.of("need") : Stream.<String>empty();
        return Stream.concat(contact, need).toList();
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static <T> @Nullable T or(@Nullable T stated, @Nullable T known) {
        return stated == null ? known : stated;
    }
}
