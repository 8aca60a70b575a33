package io.milepost.contracts;

import static io.milepost.contracts.clausetemplate.ClauseTemplateCatalogue.CLAUSE_TEMPLATE;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.obligation.ObligationRegisterCatalogue.OBLIGATION_REGISTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.Contract.ProcessName;
import io.milepost.contracts.contract.ContractCommand.AdoptTemplate;
import io.milepost.contracts.contract.ContractCommand.DecideReview;
import io.milepost.contracts.contract.ContractCommand.DraftContract;
import io.milepost.contracts.contract.ContractCommand.EditClause;
import io.milepost.contracts.contract.ContractCommand.JudgeContract;
import io.milepost.contracts.contract.ContractCommand.SendForSignature;
import io.milepost.contracts.contract.ContractCommand.SignContract;
import io.milepost.contracts.contract.ContractCommand.SubmitForReview;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.obligation.ObligationRegister.FulfilObligation;
import io.milepost.contracts.reviewmatrix.ReviewMatrix;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a sales process says of its contracts: what both sides owe, to a fulfilled obligation, and their clauses; on parts of its own. */
class ObligationsIT {
    private static final String PUBLISHED = """
            {"version": 4, "name": "north", "mode": "PROJECT", "template": {"stages": [], "handoverDays": 14,
             "reviews": [{"department": "FINANCE", "when": "ALWAYS"}, {"department": "WHOLE", "when": "ALWAYS"}],
             "obligations": [
               {"code": "S-1", "debtor": "CUSTOMER", "title": "prepares the site", "daysAfterSigning": 3650},
               {"code": "T.1", "debtor": "OURS", "title": "trains the operators", "daysAfterSigning": 3650}]}}""";

    private static final String ACCEPTED = """
            {"opportunityId": "01900000-0000-7000-8000-0000000000a2", "accountId": "01900000-0000-7000-8000-0000000000a3",
             "owner": "kim", "value": {"amount": "4514.00", "currency": "USD"},
             "lines": [{"product": "GTX Pro", "quantity": 1, "unitPrice": {"amount": "4514.00", "currency": "USD"}}],
             "paymentMethod": "30 days net", "deliveryDeadline": "2026-09-30", "qualityStandard": "ISO 9001",
             "scope": "delivery", "duration": "1 year", "template": "South", "templateVersion": 1}
            """;

    private static SuiteParts parts;
    private static RunningService service;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(
                parts,
                ContractServiceApplication.class,
                "contract",
                List.of(CONTRACT, OBLIGATION_REGISTER, CLAUSE_TEMPLATE));
        try (var opportunity = service.topics("opportunity").create()) {
            opportunity.publish("first", 1, UUID.randomUUID(), "sales-process.version-published", PUBLISHED);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        parts.close();
    }

    @Test
    @DisplayName("R-137, R-188: a contract drafted by hand is reviewed as the process says that it names, and what both"
            + " sides owe under it is in its register once it is signed, once over a restart")
    void a_signed_contract_owes_what_its_process_says() {
        var client = service.client();
        await("the process is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get("/v1/review-matrices/" + ReviewMatrix.idOf("north", 4))
                                .status()
                        == 200);
        var contract = client.create(framework());
        client.accept(contract, new SubmitForReview());
        assertThat(client.read("contracts", contract).path("openReviews").toString())
                .isEqualTo("[\"FINANCE\",\"WHOLE\"]");
        client.accept(contract, new DecideReview(Review.FINANCE, true, null));
        var early = client.send(contract, new SendForSignature(), Map.of());
        assertThat(early.json().path("code").asString()).as("R-124").isEqualTo("CONTRACT_NOT_APPROVED");
        client.accept(contract, new JudgeContract(true, true, true, true, null));
        assertThat(client.read("contracts", contract)
                        .path("verdict")
                        .path("lawful")
                        .asBoolean())
                .isTrue();
        client.accept(contract, new SendForSignature());
        client.accept(contract, new SignContract(Party.SELLER, null, null));
        assertThat(client.get("/v1/obligation-registers/" + contract).status()).isEqualTo(404);
        client.acceptFrom("desk", contract, new SignContract(Party.CUSTOMER, null, null));
        await("its register")
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get("/v1/obligation-registers/" + contract).status() == 200);
        assertThat(obligations(contract)).containsExactly("S-1 CUSTOMER OWED", "T.1 OURS OWED");

        client.accept(contract, new FulfilObligation("T.1", "protocol 4", null));
        long head = service.settledHead();
        service.restart();
        assertThat(service.settledHead()).isEqualTo(head);
        assertThat(obligations(contract)).containsExactly("S-1 CUSTOMER OWED", "T.1 OURS FULFILLED");
        assertThat(service.client()
                        .getAs(Role.OPERATOR, "/v1/parked")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("consumer").asString()))
                .as("parked")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "R-121, R-128: a contract is written by a template, and the legal department sees what deviates from it alone")
    void a_contract_is_written_by_a_template() {
        var client = service.client();
        TemplateSituations.publish(client, "south");
        var quotation = UUID.randomUUID();
        var contract = Contract.idOf(quotation);
        try (var opportunity = service.topics("opportunity").create()) {
            opportunity.publish("first", 2, quotation, "quotation.accepted", ACCEPTED);
        }
        await("the draft")
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get("/v1/contracts/" + contract).status() == 200);
        assertThat(clauses(contract))
                .as("accepted before there was the template")
                .isEmpty();
        client.accept(contract, new AdoptTemplate("South "));
        assertThat(clauses(contract)).containsExactly("L-1 STANDARD Law");
        client.accept(contract, new SubmitForReview());
        assertThat(client.read("contracts", contract).path("openReviews").toString())
                .doesNotContain("LEGAL")
                .contains("TECHNICAL");
        var mistaken = client.send(contract, new EditClause("L-1", Clause.Kind.STANDARD, "Any law.", null), Map.of());
        assertThat(mistaken.json().path("code").asString()).isEqualTo("CLAUSE_KIND_DIFFERS");
        client.accept(contract, new EditClause("L-1", null, "Any law.", null));
        assertThat(clauses(contract)).containsExactly("L-1 SPECIAL Law");
        client.accept(contract, new SubmitForReview());
        assertThat(client.read("contracts", contract).path("openReviews").toString())
                .contains("LEGAL");
    }

    private static List<String> clauses(UUID contract) {
        return service.client()
                .read("contracts", contract)
                .path("clauses")
                .valueStream()
                .map(clause -> "%s %s %s"
                        .formatted(
                                clause.path("code").asString(),
                                clause.path("kind").asString(),
                                clause.path("title").asString()))
                .toList();
    }

    /** It names the process in another spelling. */
    private static DraftContract framework() {
        var like = ContractSituations.complete(Basis.FRAMEWORK);
        return new DraftContract(
                null,
                like.basis(),
                like.basisReason(),
                null,
                like.opportunityId(),
                like.accountId(),
                "kim",
                like.value(),
                like.lines(),
                like.terms(),
                null,
                null,
                new ProcessName("North", 4),
                null);
    }

    private static List<String> obligations(UUID contract) {
        return service.client()
                .read("obligation-registers", contract)
                .path("obligations")
                .valueStream()
                .map(each -> "%s %s %s"
                        .formatted(
                                each.path("code").asString(),
                                each.path("debtor").asString(),
                                each.path("status").asString()))
                .toList();
    }
}
