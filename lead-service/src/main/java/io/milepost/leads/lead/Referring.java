package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.lead.Lead.*;
import io.milepost.leads.lead.LeadCommand.GrantReferralBenefit;
import io.milepost.leads.lead.LeadCommand.RecordReferral;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An existing customer introduces a new one, and may get something for it, once. */
final class Referring {

    /** The account that referred, with the ids of its people. */
    record Referrer(boolean customer, List<UUID> contacts) {
        Referrer {
            contacts = List.copyOf(contacts);
        }
    }

    private Referring() {}

    static Decision<LeadEvent> record(Lead lead, RecordReferral referral, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Ended ended -> refused(ended.because());
            case Open open -> record(open.entry(), referral, occasion);
        };
    }

    private static Decision<LeadEvent> record(Entry entry, RecordReferral referral, Occasion occasion) {
        var recorded = new ReferralRecorded(referral.accountId(), referral.contactId());
        var before = entry.referral().recorded();
        if (before != null) {
            return before.equals(recorded) ? unchanged() : refused(REFERRAL_RECORDED);
        }
        var referrer = occasion.read(Referrer.class);
        var contact = referral.contactId();
        return check().that(referrer.isPresent(), "/accountId", REFERRER_UNKNOWN)
                .that(referrer.filter(Referrer::customer).isPresent(), "/accountId", REFERRER_NOT_CUSTOMER)
                .that(
                        contact == null
                                || referrer.filter(account -> account.contacts().contains(contact))
                                        .isPresent(),
                        "/contactId",
                        REFERRER_UNKNOWN)
                .accept(() -> recorded);
    }

    static Decision<LeadEvent> grant(Lead lead, GrantReferralBenefit grant, Occasion occasion) {
        return switch (lead) {
            case Unregistered _ -> refused(LEAD_NOT_REGISTERED);
            case Open open -> grant(open.entry(), grant, occasion);
            case Converted(var entry, var _) -> grant(entry, grant, occasion);
            case Discarded _, Merged _, Disqualified _ -> refused(((Ended) lead).because());
        };
    }

    private static Decision<LeadEvent> grant(Entry entry, GrantReferralBenefit grant, Occasion occasion) {
        var before = entry.referral().benefit();
        if (before != null) {
            return Codes.same(before.benefit(), grant.benefit()) && Objects.equals(before.value(), grant.value())
                    ? unchanged()
                    : refused(BENEFIT_GRANTED);
        }
        var owner = entry.owner();
        return entry.referral().recorded() == null
                ? refused(REFERRAL_MISSING)
                : check().text("/benefit", grant.benefit())
                        .notNegative("/value", grant.value())
                        .notTooLarge("/value", grant.value())
                        .that(owner == null || !occasion.who().is(owner), BENEFIT_BY_OWNER)
                        .accept(() -> new ReferralBenefitGranted(
                                grant.benefit(),
                                grant.value(),
                                occasion.today(),
                                occasion.who().name()));
    }
}
