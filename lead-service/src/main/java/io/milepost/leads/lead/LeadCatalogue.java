package io.milepost.leads.lead;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.kernel.ContactKey;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.lead.Lead.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lead's commands and events, with paths, roles, names and personal fields.
 * A registered lead holds its contact keys by the tags {@code contact=} (keyed hash) and {@code regno=} until it is disqualified, a
 * converted one its opportunity by the tag {@code opportunity=} for good.
 */
public final class LeadCatalogue {

    public static final Catalogue<Lead, Command, Event> LEAD = Catalogue.of("lead", "leads", Lead.DECIDER)
            .creates(CaptureLead.class, Registration::capture, SALES_REP, SALES_MANAGER, IMPORTER)
            .digest(CaptureLead.class, "phone", capture -> ContactKey.phone(capture.phone()))
            .digest(CaptureLead.class, "email", capture -> ContactKey.email(capture.email()))
            .command(RegisterLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(RegisterLead.class, "contact", (_, lead, _) -> contacts(lead))
            .claims(RegisterLead.class, "regno", (_, lead, _) -> companyNumbers(lead))
            .holds(
                    "contact",
                    lead -> registration(lead).map(LeadRegistered::contactKeys).orElse(List.of()))
            .holds(
                    "regno",
                    lead -> registration(lead).map(LeadRegistered::companyRegistration).stream()
                            .toList())
            .command(AssignLead.class, SALES_MANAGER, IMPORTER)
            .claims(AssignLead.class, MemberCode.TAG, (_, _, assign) -> MemberCode.spellings(assign.owner()))
            .command(QualifyLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(DisqualifyLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ConvertLead.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(
                    ConvertLead.class,
                    "opportunity",
                    (id, _, convert) -> List.of(convert.opportunityOf(id).toString()))
            .event(LeadCaptured.class, "lead.captured", 1)
            .personal(LeadCaptured.class, (id, _) -> id, "contactName", "phone", "email", "need")
            .event(LeadRegistered.class, "lead.registered", 1)
            .tags(LeadRegistered.class, lead -> keys(lead.contactKeys(), lead.companyRegistration()))
            .event(LeadRegistrationRejected.class, "lead.registration-rejected", 1)
            .event(DuplicateLeadDetected.class, "lead.duplicate-detected", 1)
            .event(LeadAssigned.class, "lead.assigned", 1)
            .event(LeadQualified.class, "lead.qualified", 1)
            .event(LeadDisqualified.class, "lead.disqualified", 1)
            .event(LeadConverted.class, "lead.converted", 1)
            .tags(LeadConverted.class, converted -> Set.of(opportunity(converted.opportunityId())))
            .personal(LeadConverted.class, (id, _) -> id, "need")
            .ownedBy(lead -> lead instanceof InRegister known ? known.owner() : null)
            .refusals(No.class, OWNER_MISSING, REASON_MISSING)
            .view(LeadView.class, LeadView::of);

    private LeadCatalogue() {}

    private static List<String> contacts(@Nullable Lead lead) {
        return waiting(lead).map(LeadCaptured::contactKeys).orElse(List.of());
    }

    private static List<String> companyNumbers(@Nullable Lead lead) {
        return waiting(lead).map(LeadCaptured::companyRegistration).stream().toList();
    }

    /** What is known of a lead that may get into the register. */
    private static Optional<LeadCaptured> waiting(@Nullable Lead lead) {
        return lead instanceof Unregistered unregistered && !(lead instanceof Incomplete)
                ? Optional.of(unregistered.origin())
                : Optional.empty();
    }

    /** What a lead is in the register with, until it is disqualified. */
    private static Optional<LeadRegistered> registration(Lead lead) {
        return lead instanceof InRegister registered && !(lead instanceof Disqualified)
                ? Optional.of(registered.registration())
                : Optional.empty();
    }

    private static Tag opportunity(UUID id) {
        return new Tag("opportunity", id.toString());
    }

    private static Set<Tag> keys(List<String> contactKeys, @Nullable String companyRegistration) {
        return Stream.concat(
                        contactKeys.stream().map(key -> new Tag("contact", key)),
                        Stream.ofNullable(companyRegistration).map(number -> new Tag("regno", number)))
                .collect(Collectors.toSet());
    }
}
