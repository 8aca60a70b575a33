package io.milepost.leads.lead.domain;

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

    public static @Nullable LeadView of(Lead state) {
        return switch (state) {
            case Lead.Unknown _ -> null;
            case Lead.Captured lead -> turnedAway("CAPTURED", lead, null, null);
            case Lead.Incomplete lead -> turnedAway("REFUSED", lead, lead.missing(), null);
            case Lead.Duplicate lead -> turnedAway("DUPLICATE", lead, null, lead.holder());
            case Lead.Registered lead -> inRegister("REGISTERED", lead, null, null);
            case Lead.Assigned lead -> inRegister("ASSIGNED", lead, null, null);
            case Lead.Qualified lead -> inRegister("QUALIFIED", lead, null, null);
            case Lead.Disqualified lead -> inRegister("DISQUALIFIED", lead, lead.reason(), null);
            case Lead.Converted lead ->
                inRegister("CONVERTED", lead, null, lead.conversion().opportunityId());
        };
    }

    private static LeadView turnedAway(
            String status, Lead.Known lead, @Nullable List<String> missing, @Nullable UUID holder) {
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
            Lead.Known lead,
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
