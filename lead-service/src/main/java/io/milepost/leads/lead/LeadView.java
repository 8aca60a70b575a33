package io.milepost.leads.lead;

import io.milepost.leads.lead.Lead.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a lead.
 *
 * @param status CAPTURED, REFUSED, DUPLICATE, REGISTERED, ASSIGNED, QUALIFIED, DISQUALIFIED or CONVERTED
 * @param missing what kept it out of the register
 * @param holder the lead that was registered first with the same contact
 * @param reason of the disqualification
 */
public record LeadView(
        String status,
        Channel channel,
        @Nullable String campaign,
        @Nullable String companyName,
        @Nullable String companyRegistration,
        @Nullable UUID accountId,
        @Nullable String contactName,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String need,
        @Nullable List<String> missing,
        @Nullable UUID holder,
        @Nullable Instant registeredAt,
        @Nullable String registeredBy,
        @Nullable String owner,
        @Nullable String reason,
        @Nullable UUID opportunityId) {

    static LeadView of(Lead lead) {
        return switch (lead) {
            case Lead.Captured of -> turnedAway("CAPTURED", of, null, null);
            case Lead.Incomplete of -> turnedAway("REFUSED", of, of.missing(), null);
            case Lead.Duplicate of -> turnedAway("DUPLICATE", of, null, of.holder());
            case Lead.Registered of -> inRegister("REGISTERED", of, null, null);
            case Lead.Assigned of -> inRegister("ASSIGNED", of, null, null);
            case Lead.Qualified of -> inRegister("QUALIFIED", of, null, null);
            case Lead.Disqualified of -> inRegister("DISQUALIFIED", of, of.reason(), null);
            case Lead.Converted of ->
                inRegister("CONVERTED", of, null, of.conversion().opportunityId());
        };
    }

    private static LeadView turnedAway(
            String status, Lead lead, @Nullable List<String> missing, @Nullable UUID holder) {
        return view(status, lead, missing, holder, null, null, null, null, null);
    }

    private static LeadView inRegister(
            String status, Lead.InRegister lead, @Nullable String reason, @Nullable UUID opportunityId) {
        return view(
                status,
                lead,
                null,
                null,
                lead.registration().registeredAt(),
                lead.registration().registeredBy(),
                lead.owner(),
                reason,
                opportunityId);
    }

    private static LeadView view(
            String status,
            Lead lead,
            @Nullable List<String> missing,
            @Nullable UUID holder,
            @Nullable Instant registeredAt,
            @Nullable String registeredBy,
            @Nullable String owner,
            @Nullable String reason,
            @Nullable UUID opportunityId) {
        var origin = lead.origin();
        return new LeadView(
                status,
                origin.channel(),
                origin.campaign(),
                origin.companyName(),
                origin.companyRegistration(),
                origin.accountId(),
                origin.contactName(),
                origin.phone(),
                origin.email(),
                origin.need(),
                missing,
                holder,
                registeredAt,
                registeredBy,
                owner,
                reason,
                opportunityId);
    }
}
