package io.milepost.contracts;

import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.obligation.ObligationRegisterCatalogue.OBLIGATION_REGISTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.Contract.ProcessName;
import io.milepost.contracts.contract.ContractCommand.DecideReview;
import io.milepost.contracts.contract.ContractCommand.DraftContract;
import io.milepost.contracts.contract.ContractCommand.SendForSignature;
import io.milepost.contracts.contract.ContractCommand.SignContract;
import io.milepost.contracts.contract.ContractCommand.SubmitForReview;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.obligation.ObligationRegister.FulfilObligation;
import io.milepost.contracts.reviewmatrix.ReviewMatrix;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a sales process says that both sides owe, from its publication to a fulfilled obligation, on parts of its own. */
class ObligationsIT {
    private static final String PUBLISHED = """
            {"version": 4, "name": "north", "mode": "PROJECT", "template": {"stages": [], "handoverDays": 14,
             "reviews": [{"department": "FINANCE", "when": "ALWAYS"}],
             "obligations": [
               {"code": "S-1", "debtor": "CUSTOMER", "title": "prepares the site", "daysAfterSigning": 3650},
               {"code": "T.1", "debtor": "OURS", "title": "trains the operators", "daysAfterSigning": 3650}]}}""";

    private static SuiteParts parts;
    private static RunningService service;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(
                parts, ContractServiceApplication.class, "contract", List.of(CONTRACT, OBLIGATION_REGISTER));
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
                .isEqualTo("[\"FINANCE\"]");
        client.accept(contract, new DecideReview(Review.FINANCE, true, null));
        client.accept(contract, new SendForSignature());
        client.accept(contract, new SignContract(Party.SELLER, null, null));
        assertThat(client.get("/v1/obligation-registers/" + contract).status()).isEqualTo(404);
        client.accept(contract, new SignContract(Party.CUSTOMER, null, null));
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
                new ProcessName("North", 4));
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
