package io.milepost.leads.lead;

import io.milepost.leads.lead.Lead.*;
import io.milepost.leads.lead.LeadEvent.*;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a lead is found by, and keeps others out with: wanted until it is registered, held until it ends. */
final class Held {

    private Held() {}

    static List<String> contactsWanted(@Nullable Lead lead) {
        return complete(lead).map(LeadCaptured::contactKeys).orElse(List.of());
    }

    static List<String> companyNumbersWanted(@Nullable Lead lead) {
        return complete(lead).map(LeadCaptured::companyRegistration).stream().toList();
    }

    static List<String> identitiesWanted(@Nullable Lead lead) {
        return complete(lead).map(LeadCaptured::identityKey).stream().toList();
    }

    static List<String> contacts(Lead lead) {
        return registration(lead).map(LeadRegistered::contactKeys).orElse(List.of());
    }

    static List<String> companyNumbers(Lead lead) {
        return registration(lead).map(LeadRegistered::companyRegistration).stream()
                .toList();
    }

    static List<String> identities(Lead lead) {
        return registration(lead).map(LeadRegistered::identityKey).stream().toList();
    }

    /** What is known of a lead that may get into the register. */
    private static Optional<LeadCaptured> complete(@Nullable Lead lead) {
        return lead instanceof Unregistered unregistered && !(lead instanceof Incomplete)
                ? Optional.of(unregistered.origin())
                : Optional.empty();
    }

    /** What a lead is in the register with, until it ends. */
    private static Optional<LeadRegistered> registration(Lead lead) {
        return lead instanceof Open open ? Optional.of(open.entry().registration()) : Optional.empty();
    }
}
