package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.suite.Client.Reply;
import io.milepost.suite.Collector.Told;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A deal from the lead to the handover whose conversion and last signature are traced by their caller, each in a trace of its own; the
 * collector then has what every service did about them.
 */
class TraceIT {
    private static final String CONVERSION = "4bf92f3577b34da6a3ce929d0e0e4701";
    private static final String SIGNATURE = "4bf92f3577b34da6a3ce929d0e0e4702";
    private static final String CALLER = "00f067aa0ba902b7";

    private static final String IMPORTER = "IMPORTER";
    private static final String OWNER = "Tracy Holt";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, String> VALUE = Map.of("amount", "70000.00", "currency", "EUR");

    private static RunningSuite suite;
    private static Client client;

    @BeforeAll
    static void a_deal_goes_from_the_lead_to_the_report() {
        suite = RunningSuite.shared();
        client = new Client(suite);
        create(
                Part.LEAD,
                "team-members",
                UUID.nameUUIDFromBytes(OWNER.getBytes(StandardCharsets.UTF_8)),
                Map.of("code", OWNER, "team", "Traced", "region", "Coast", "from", "2026-01-01"));
        var account = UUID.randomUUID();
        create(Part.LEAD, "accounts", account, Map.of("name", "Traced Works " + account));
        var opportunity = lead(account);
        var contract = contract(account, opportunity);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(read(Part.DELIVERY, "/v1/handovers/" + contract)
                            .path("status")
                            .asString(""))
                    .isNotEmpty();
            assertThat(read(
                                    Part.REPORTING,
                                    "/v1/reports/contracts?by=owner&where=owner%%20eq%%20'%s'"
                                            .formatted(OWNER.replace(" ", "%20")))
                            .path("rows")
                            .path(0)
                            .path("signed")
                            .asLong())
                    .isPositive();
        });
    }

    @AfterAll
    static void close() {
        client.close();
    }

    private static UUID lead(UUID account) {
        var lead = UUID.randomUUID();
        var opportunity = UUID.randomUUID();
        create(
                Part.LEAD,
                "leads",
                lead,
                Map.of(
                        "channel",
                        "WEB",
                        "companyName",
                        "Traced Works",
                        "accountId",
                        account,
                        "contactName",
                        "Robin Vale",
                        "email",
                        "robin." + lead + "@harbour.example",
                        "need",
                        "cranes"));
        send(Part.LEAD, "leads/" + lead + "/register", Map.of());
        send(Part.LEAD, "leads/" + lead + "/assign", Map.of("owner", OWNER));
        send(Part.LEAD, "leads/" + lead + "/qualify", Map.of());
        traced(
                CONVERSION,
                Part.LEAD,
                "leads/" + lead + "/convert",
                Map.of("opportunityId", opportunity, "expectedValue", VALUE));
        await().atMost(PATIENCE)
                .until(() -> client.tryRead(Part.OPPORTUNITY, "OPERATOR", "/v1/opportunities/" + opportunity)
                                instanceof Reply.Answered answer
                        && answer.status() == 200);
        send(Part.OPPORTUNITY, "opportunities/" + opportunity + "/qualify", Map.of());
        return opportunity;
    }

    private static UUID contract(UUID account, UUID opportunity) {
        var contract = UUID.randomUUID();
        create(
                Part.CONTRACT,
                "contracts",
                contract,
                Map.of(
                        "basis",
                        "MIGRATED",
                        "basisReason",
                        "signed before",
                        "opportunityId",
                        opportunity,
                        "accountId",
                        account,
                        "owner",
                        OWNER,
                        "value",
                        VALUE,
                        "lines",
                        List.of()));
        var today = LocalDate.now(ZoneOffset.UTC);
        send(Part.CONTRACT, "contracts/" + contract + "/sign", Map.of("party", "SELLER", "signedOn", today));
        traced(
                SIGNATURE,
                Part.CONTRACT,
                "contracts/" + contract + "/sign",
                Map.of("party", "CUSTOMER", "signedOn", today));
        return contract;
    }

    private static void create(Part part, String plural, UUID id, Map<String, Object> body) {
        var whole = new HashMap<>(body);
        whole.put("id", id);
        send(part, plural, whole);
    }

    private static void send(Part part, String path, Map<String, Object> body) {
        accepted(path, client.command(part, IMPORTER, "/v1/" + path, UUID.randomUUID(), body));
    }

    private static void traced(String trace, Part part, String path, Map<String, Object> body) {
        accepted(
                path,
                client.command(
                        part,
                        IMPORTER,
                        "/v1/" + path,
                        UUID.randomUUID(),
                        body,
                        "00-%s-%s-01".formatted(trace, CALLER)));
    }

    private static void accepted(String path, Reply reply) {
        assertThat(reply)
                .as(path)
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        answer -> assertThat(answer.status())
                                .as("%s: %s", path, answer.body())
                                .isBetween(200, 299));
    }

    private static JsonNode read(Part part, String path) {
        return client.tryRead(part, part == Part.REPORTING ? "ANALYST" : "OPERATOR", path)
                        instanceof Reply.Answered answer
                ? answer.body()
                : MissingNode.getInstance();
    }

    private static Set<String> of(String trace, Part part) {
        return suite.traces().of(trace).stream()
                .filter(span -> span.service().equals(part.shortName()))
                .map(Told::name)
                .collect(Collectors.toSet());
    }

    /** Waits for these spans of a service, and for nothing else that it may have. */
    private static void awaitSpans(String trace, Part part, String... names) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(of(trace, part)).as("%s: %s", trace, part).contains(names));
    }

    @Test
    @DisplayName("One signature is one trace through all five services, from the request to the projection")
    void a_signature_is_one_trace_through_all_services() {
        awaitSpans(SIGNATURE, Part.CONTRACT, "command SignContract", "commit", "publish", "list");
        awaitSpans(SIGNATURE, Part.OPPORTUNITY, "react when-contract-signed-then-win-opportunity", "commit", "publish");
        awaitSpans(
                SIGNATURE,
                Part.LEAD,
                "react when-contract-signed-then-account-becomes-customer",
                "command BecomeCustomer",
                "commit",
                "publish");
        awaitSpans(SIGNATURE, Part.DELIVERY, "react when-contract-signed-then-initiate-handover", "commit", "publish");
        awaitSpans(SIGNATURE, Part.REPORTING, "project");

        var server = suite.traces().of(SIGNATURE).stream()
                .filter(span -> span.parent().equals(CALLER))
                .toList();
        assertThat(server).as("of the caller").singleElement().satisfies(span -> {
            assertThat(span.service()).isEqualTo(Part.CONTRACT.shortName());
            assertThat(span.name()).startsWith("http ");
        });
        assertThat(suite.traces().of(SIGNATURE))
                .filteredOn(span -> !span.equals(server.getFirst()))
                .as("what comes after is of the request")
                .allSatisfy(span ->
                        assertThat(span.parent()).isEqualTo(server.getFirst().id()));
    }

    @Test
    @DisplayName("A converted lead goes on as an opportunity in the same trace, and in no other service that decides")
    void a_conversion_is_a_trace_of_its_own() {
        awaitSpans(CONVERSION, Part.LEAD, "command ConvertLead", "commit", "publish");
        awaitSpans(
                CONVERSION,
                Part.OPPORTUNITY,
                "react when-lead-converted-then-identify-opportunity",
                "command IdentifyOpportunity",
                "commit",
                "publish");
        awaitSpans(CONVERSION, Part.REPORTING, "project");
        assertThat(of(CONVERSION, Part.DELIVERY)).doesNotContain("commit");
    }
}
