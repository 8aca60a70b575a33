package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.FakeSuite.Commit;
import io.milepost.cli.importing.ImportRuns.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Exports of made-up companies, written as the CRMs write them. */
class ShippedMappingsTest {
    @TempDir
    private Path directory;

    private ImportRuns runs;

    @BeforeEach
    void start() {
        runs = new ImportRuns(directory);
    }

    @AfterEach
    void close() {
        runs.close();
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(directory.resolve(file), String.join("\n", lines) + "\n");
    }

    private List<JsonNode> bodies(String command) {
        return runs.suite().log().stream()
                .filter(commit -> commit.command().equals(command))
                .map(Commit::body)
                .toList();
    }

    private Run imported(String mapping) {
        var dry = runs.run("--mapping", mapping, "--dry-run");
        assertThat(runs.suite().log()).isEmpty();
        assertThat(dry.findings()).isEmpty();
        var run = runs.run("--mapping", mapping);
        assertThat(run.findings()).isEmpty();
        assertThat(run.exitCode()).isZero();
        var again = runs.run("--mapping", mapping);
        assertThat(again.exitCode()).isZero();
        assertThat(again.json().required("files").valueStream())
                .allSatisfy(rows -> assertThat(rows.required("applied").asInt()).isZero());
        return run;
    }

    @Test
    void salesforce_names_rows_by_ids_and_writes_texts_over_several_lines() throws IOException {
        write(
                "Account.csv",
                "Id,Name,Industry,AnnualRevenue,NumberOfEmployees,BillingCountry,ParentId,LastModifiedDate",
                "001A,Northwind,Trade,12500000,300,Norway,,2024-02-01T08:00:00.000+0000",
                "001B,\"Harbour, Sons\",,,,,001A,2024-02-01T08:00:00.000+0000");
        write("User.csv", "Id,Name,ManagerId,Department", "005A,Ada Berg,005B,Central", "005B,Carl Dahl,,");
        write(
                "Lead.csv",
                "Id,Company,FirstName,LastName,Phone,Email,Description,LeadSource,Country,OwnerId,Status,CreatedDate",
                "00Q1,Quay Ltd,Robin,Vale,,robin@quay.example,\"needs a crane",
                "\"\"soon\"\"\",Trade Fair,Norway,005A,Open - Not Contacted,2024-01-05T10:00:00.000+0000",
                "00Q2,,,Vale,,,,Web,,,Closed - Not Converted,2024-01-06T10:00:00.000+0000");
        write(
                "Opportunity.csv",
                "Id,Name,OwnerId,AccountId,StageName,CreatedDate,CloseDate,Amount,LeadSource,LastModifiedDate",
                "0061,Cranes,005A,001B,Negotiation/Review,2024-02-01T08:00:00.000+0000,2030-05-01,1000.50,Web,2024-02-02T08:00:00.000+0000",
                "0062,Pumps,005B,001A,Closed Won,2024-02-01T08:00:00.000+0000,2024-03-01,2000,,2024-03-01T08:00:00.000+0000");
        var faulty = runs.run("--mapping", "salesforce", "--dry-run");
        assertThat(faulty.findings()).containsExactly("00Q1 BAD");
        assertThat(faulty.json().required("findings").get(0).required("pointer").asString())
                .isEqualTo("/LeadSource");
        write(
                "Lead.csv",
                Files.readString(directory.resolve("Lead.csv")).strip().replace("Trade Fair", "Phone Inquiry"));

        var run = imported("salesforce");

        assertThat(run.json().required("notes").get(0).asString()).startsWith("2 leads have no contact");
        assertThat(bodies("OpenAccount").get(1).required("parentName").asString())
                .isEqualTo("Northwind");
        assertThat(bodies("RegisterTeamMember"))
                .extracting(body -> body.required("code").asString() + " in "
                        + body.required("team").asString())
                .containsExactlyInAnyOrder("Carl Dahl in Salesforce", "Ada Berg in Carl Dahl");
        var cranes = bodies("IdentifyOpportunity").getFirst();
        assertThat(cranes.required("name").asString()).isEqualTo("Cranes");
        assertThat(cranes.required("expectedValue").required("amount").asString())
                .isEqualTo("1000.50");
        assertThat(cranes.required("expectedCloseOn").asString()).isEqualTo("2030-05-01");
        assertThat(cranes.required("source").required("channel").asString()).isEqualTo("WEB");
        assertThat(bodies("DraftContract")).singleElement().satisfies(body -> {
            assertThat(body.required("owner").asString()).isEqualTo("Carl Dahl");
            assertThat(body.required("lines").isEmpty()).isTrue();
        });
        assertThat(bodies("CaptureLead").getFirst().required("need").asString()).isEqualTo("needs a crane \"soon\"");
        assertThat(bodies("RegisterLead"))
                .as("no export of Salesforce's own notes a consent")
                .isEmpty();
        assertThat(bodies("DiscardLead")).hasSize(1);
    }

    @Test
    void hubspot_notes_the_consent_of_contacts_who_are_registered_then() throws IOException {
        write(
                "companies.csv",
                "Record ID,Company name,Industry,Year Founded,Annual Revenue,Number of Employees,Country/Region,Last Modified Date",
                "11,Northwind,Trade,1998,12500000,300,Norway,2024-02-01 08:00");
        write(
                "contacts.csv",
                "Record ID,First Name,Last Name,Company Name,Phone Number,Email,Message,Legal basis for processing contact's data,Original Source,Country/Region,Contact owner,Lead Status,Create Date",
                "21,Robin,Vale,Quay,,robin@quay.example,needs cranes,Freely given consent from contact,Paid Social,Norway,Ada Berg,New,2024-02-01 09:00",
                "22,Kim,Moe,Quay,,kim@quay.example,needs cranes,,Organic Search,Norway,Ada Berg,New,2024-02-01 09:00");
        write(
                "deals.csv",
                "Record ID,Deal Name,Deal owner,Associated Company,Deal Stage,Create Date,Close Date,Amount,Closed Lost Reason,Currency,Last Modified Date",
                "31,Cranes,Ada Berg,Northwind,Closed Lost,2024-02-01 10:00,2024-03-01 10:00,500,too dear,EUR,2024-03-01 10:00",
                "32,Pumps,Ben Cole,Northwind,Contract Sent,2024-02-01 10:00,2030-03-01 10:00,700,,USD,2024-03-01 10:00");

        var run = imported("hubspot");

        assertThat(bodies("RegisterTeamMember"))
                .extracting(body -> body.required("code").asString())
                .containsExactlyInAnyOrder("Ada Berg", "Ben Cole");
        assertThat(bodies("RegisterLead")).hasSize(1);
        assertThat(bodies("AssignLead").getFirst().required("owner").asString()).isEqualTo("Ada Berg");
        assertThat(bodies("CaptureLead"))
                .extracting(body -> body.required("channel").asString())
                .containsExactly("SOCIAL_MEDIA", "WEB");
        assertThat(bodies("CloseAsLost").getFirst().required("reason").asString())
                .isEqualTo("too dear");
        assertThat(run.json()
                        .required("deals")
                        .required("Lost")
                        .required("value")
                        .asString())
                .isEqualTo("0 USD + 500.00 EUR");
    }

    @Test
    void dynamics_groups_digits_and_writes_days_as_its_country_does() throws IOException {
        write(
                "accounts.csv",
                "(Do Not Modify) Account,(Do Not Modify) Modified On,Account Name,Industry,Annual Revenue,Number of Employees,Address 1: Country/Region,Parent Account",
                "A-1,2/1/2024 8:00 AM,Northwind,Wholesale,\"$12,500,000.00\",\"1,300\",Norway,");
        write(
                "leads.csv",
                "(Do Not Modify) Lead,Company Name,First Name,Last Name,Business Phone,Email,Description,Lead Source,Owner,Status,Created On",
                "L-1,Quay,Robin,Vale,,robin@quay.example,,Trade Show,Ada Berg,Open,2/1/2024 9:30 PM");
        write(
                "opportunities.csv",
                "(Do Not Modify) Opportunity,(Do Not Modify) Modified On,Topic,Owner,Account,Status,Created On,Actual Close Date,Actual Revenue,Est. Revenue,Est. Close Date",
                "O-1,3/4/2024 8:00 AM,Cranes,Ada Berg,Northwind,Won,2/1/2024 8:00 AM,3/4/2024,\"$2,000.00\",\"$1,900.00\",3/1/2024");

        imported("dynamics");

        var account = bodies("OpenAccount").getFirst();
        assertThat(account.required("annualRevenue").required("amount").asString())
                .isEqualTo("12500000.00");
        assertThat(account.required("employees").asInt()).isEqualTo(1300);
        assertThat(bodies("CaptureLead").getFirst().required("channel").asString())
                .isEqualTo("EXHIBITION");
        assertThat(bodies("SignContract"))
                .extracting(body -> body.required("signedOn").asString())
                .containsOnly("2024-03-04");
        assertThat(bodies("DraftContract")
                        .getFirst()
                        .required("value")
                        .required("amount")
                        .asString())
                .isEqualTo("2000.00");
    }

    @Test
    void pipedrive_names_its_columns_after_the_object_and_a_moved_deal_is_followed() throws IOException {
        write(
                "organizations.csv",
                "Organization - ID,Organization - Name,Organization - Country of Address,Organization - Update time",
                "1,Northwind,Norway,2024-02-01 08:00:00");
        write(
                "leads.csv",
                "Lead - ID,Lead - Organization,Lead - Contact person,Person - Phone - Work,Person - Email - Work,Lead - Title,Lead - Owner,Lead - Lead created",
                "ab-1,Quay,Robin Vale,,robin@quay.example,Cranes for Quay,Ada Berg,2024-02-01 08:00:00");
        var deals =
                "Deal - ID,Deal - Title,Deal - Owner,Deal - Organization,Deal - Status,Deal - Deal created,Deal - Deal closed on,Deal - Value,Deal - Expected close date,Deal - Lost reason,Deal - Currency of Value,Deal - Update time";
        write(
                "deals.csv",
                deals,
                "7,Cranes,Ada Berg,Northwind,Open,2024-02-01 08:00:00,,900,2030-01-01,,EUR,2024-02-01 08:00:00");
        imported("pipedrive");
        var before = runs.suite().log().size();
        write(
                "deals.csv",
                deals,
                "7,Cranes,Ada Berg,Northwind,Open,2024-02-01 08:00:00,,1100,2030-01-01,,EUR,2024-02-09 08:00:00");

        var moved = runs.run("--mapping", "pipedrive");

        assertThat(moved.findings()).isEmpty();
        assertThat(moved.rows("deals.csv", "applied")).isEqualTo(1);
        assertThat(runs.suite().log()).hasSize(before + 1);
        assertThat(bodies("UpdateValue")
                        .getFirst()
                        .required("expectedValue")
                        .required("amount")
                        .asString())
                .isEqualTo("1100.00");
    }

    @Test
    void a_marketing_funnel_gives_leads_that_are_not_registered_and_deals_that_name_them() throws IOException {
        write(
                "qualified_leads.csv",
                "mql_id,first_contact_date,landing_page_id,origin",
                "m1,2018-02-01,p9,social",
                "m2,2018-02-03,p9,");
        write(
                "closed_deals.csv",
                "mql_id,seller_id,sdr_id,sr_id,won_date,business_segment,lead_type,declared_monthly_revenue",
                "m1,s1,d1,r1,2018-03-01 19:58:02,pet,online_medium,0.0");

        imported("marketing-funnel");

        assertThat(bodies("CaptureLead"))
                .extracting(body -> Map.entry(
                        body.required("channel").asString(),
                        body.required("campaign").asString()))
                .containsExactly(Map.entry("SOCIAL_MEDIA", "p9"), Map.entry("WEB", "p9"));
        assertThat(bodies("RegisterLead")).isEmpty();
        var deal = bodies("IdentifyOpportunity").getFirst();
        assertThat(deal.required("leadId").asString())
                .isEqualTo(runs.suite().log().stream()
                        .filter(commit -> commit.command().equals("CaptureLead"))
                        .findFirst()
                        .orElseThrow()
                        .id());
        assertThat(deal.required("owner").asString()).isEqualTo("r1");
        assertThat(bodies("OpenAccount").getFirst().required("name").asString()).isEqualTo("s1");
        assertThat(bodies("SignContract")).hasSize(2);
    }
}
