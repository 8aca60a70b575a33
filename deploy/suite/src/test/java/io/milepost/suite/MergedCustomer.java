package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.suite.Client.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A customer with two accounts in lead-service, and business of the older one in the others. */
final class MergedCustomer {
    private static final String SELLER = "SALES_REP";
    private static final String OWNER = "Merle Kay";
    private static final Map<String, Object> PRICE = Map.of("amount", "1250.00", "currency", "EUR");
    private static final List<Map<String, Object>> LINES =
            List.of(Map.of("product", "Crane", "quantity", 1, "unitPrice", PRICE));

    private final Client client;
    private final String old;
    private final String survivor;
    private final String deal;
    private final String contract;

    MergedCustomer(Client client) {
        this.client = client;
        old = create(Part.LEAD, "accounts", Map.of("name", "Kay Cranes " + UUID.randomUUID()));
        survivor = create(Part.LEAD, "accounts", Map.of("name", "Kay Hoists " + UUID.randomUUID()));
        deal = create(Part.OPPORTUNITY, "opportunities", deal(old));
        contract = create(
                Part.CONTRACT,
                "contracts",
                Map.of(
                        "basis",
                        "RENEWAL",
                        "basisReason",
                        "the contract of last year goes on",
                        "opportunityId",
                        deal,
                        "accountId",
                        old,
                        "owner",
                        OWNER,
                        "value",
                        PRICE,
                        "lines",
                        LINES));
    }

    String old() {
        return old;
    }

    String survivor() {
        return survivor;
    }

    void merge() {
        tell(Part.LEAD, "SALES_MANAGER", "accounts/%s/merge".formatted(old), Map.of("into", survivor, "reason", "one"));
    }

    void unmerge() {
        tell(Part.LEAD, "SALES_MANAGER", "accounts/%s/unmerge".formatted(old), Map.of("reason", "two companies"));
    }

    /** Whose the deal and the contract are by what the services show. */
    List<String> owners() {
        return List.of(
                read(Part.OPPORTUNITY, "opportunities", deal).path("accountId").asString(),
                read(Part.CONTRACT, "contracts", contract).path("accountId").asString());
    }

    /** Whether both are found by this account. */
    boolean isFoundBy(String account) {
        return found(Part.OPPORTUNITY, "opportunities", account).contains(deal)
                && found(Part.CONTRACT, "contracts", account).contains(contract);
    }

    /** What becomes of an order of the surviving account under the contract of the older one. */
    String verifiedOrder() {
        var order = create(
                Part.CONTRACT,
                "sales-orders",
                Map.of("contractId", contract, "accountId", survivor, "owner", OWNER, "lines", LINES));
        tell(Part.CONTRACT, SELLER, "sales-orders/%s/verify-order".formatted(order), Map.of("findings", List.of()));
        return read(Part.CONTRACT, "sales-orders", order).path("status").asString();
    }

    /** What a new deal that names the older account is answered. */
    int namingTheOld() {
        return status(client.command(Part.OPPORTUNITY, SELLER, "/v1/opportunities", UUID.randomUUID(), deal(old)));
    }

    private static Map<String, Object> deal(String account) {
        return Map.of("name", "Cranes " + UUID.randomUUID(), "accountId", account, "owner", OWNER);
    }

    private String create(Part part, String plural, Map<String, Object> body) {
        var answer = client.command(part, SELLER, "/v1/" + plural, UUID.randomUUID(), body);
        assertThat(answer).as("%s %s", plural, body).isInstanceOf(Reply.Answered.class);
        var created = ((Reply.Answered) answer).body();
        assertThat(status(answer)).as("%s", created).isEqualTo(201);
        return created.path("id").asString();
    }

    private void tell(Part part, String role, String path, Map<String, Object> body) {
        var answer = client.command(part, role, "/v1/" + path, UUID.randomUUID(), body);
        assertThat(status(answer)).as("%s: %s", path, answer).isEqualTo(200);
    }

    private JsonNode read(Part part, String plural, String id) {
        return client.read(part, SELLER, "/v1/%s/%s".formatted(plural, id));
    }

    private List<String> found(Part part, String plural, String account) {
        return client.read(part, SELLER, "/v1/%s?accountId=eq:%s".formatted(plural, account))
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static int status(Reply reply) {
        return reply instanceof Reply.Answered answered ? answered.status() : -1;
    }
}
