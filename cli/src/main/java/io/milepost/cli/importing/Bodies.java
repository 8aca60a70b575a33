package io.milepost.cli.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The commands that an import sends, by the names and fields of the public API; a record's name is the command's. */
interface Bodies {

    record OpenAccount(
            String name,
            @Nullable String industry,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            @Nullable String location,
            @Nullable String parentName,
            @Nullable String registrationNumber,
            @Nullable String country) {

        OpenAccount(
                String name,
                @Nullable String industry,
                @Nullable Integer foundedYear,
                @Nullable Money annualRevenue,
                @Nullable Integer employees,
                @Nullable String location,
                @Nullable String parentName) {
            this(name, industry, foundedYear, annualRevenue, employees, location, parentName, null, null);
        }
    }

    record UpdateProfile(
            @Nullable String name,
            @Nullable String industry,
            @Nullable Integer foundedYear,
            @Nullable Money annualRevenue,
            @Nullable Integer employees,
            @Nullable String location,
            @Nullable String parentName,
            @Nullable String registrationNumber,
            @Nullable String country) {}

    record CaptureLead(
            String channel,
            @Nullable String campaign,
            @Nullable String companyName,
            @Nullable String contactName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String need,
            @Nullable String region) {}

    record RegisterLead() {}

    record AssignLead(String owner) {}

    record QualifyLead() {}

    record DisqualifyLead(String reason) {}

    record DiscardLead(String reason) {}

    record RegisterTeamMember(
            String code,
            String team,
            String region,
            LocalDate from,
            @Nullable String manager) {}

    record PublishPriceList(String name, LocalDate validFrom, List<PriceItem> items) {}

    record RevisePriceList(LocalDate validFrom, List<PriceItem> items) {}

    record PriceItem(String code, String name, Money price, List<String> aliases) {}

    record IdentifyOpportunity(
            String name,
            @Nullable UUID accountId,
            String owner,
            @Nullable String product,
            @Nullable Money expectedValue,
            @Nullable LocalDate expectedCloseOn,
            @Nullable UUID leadId,
            @Nullable Found source) {

        IdentifyOpportunity(String name, @Nullable UUID accountId, String owner, String product, Money expectedValue) {
            this(name, accountId, owner, product, expectedValue, null, null, null);
        }
    }

    record Found(String channel, @Nullable String campaign) {}

    record UpdateValue(Money expectedValue) {}

    record QualifyOpportunity(String note) {}

    record CloseAsLost(String reason, LocalDate closedOn) {}

    record DraftContract(
            String basis,
            String basisReason,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<ContractLine> lines) {}

    record ContractLine(String product, int quantity, Money unitPrice) {}

    record SignContract(String party, LocalDate signedOn) {}

    record DraftQuotation(
            UUID opportunityId, UUID accountId, String owner, List<ContractLine> lines, LocalDate validUntil) {}
}
