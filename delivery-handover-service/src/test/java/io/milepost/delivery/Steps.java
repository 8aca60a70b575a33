package io.milepost.delivery;

import static io.milepost.delivery.DeliverySituations.HOLD;
import static io.milepost.delivery.DeliverySituations.LETTER;
import static io.milepost.delivery.DeliverySituations.item;
import static io.milepost.delivery.DeliverySituations.meeting;
import static org.awaitility.Awaitility.await;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.platform.testkit.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How far a contract or a deal has come, each with all that follows by itself, so that nothing is on its way any more. */
record Steps(RunningService service, OtherServices deals) {

    void present(UUID contract) {
        service.client().accept(contract, new DeclarePackageReady());
        service.client().accept(contract, meeting());
        service.client().accept(contract, HOLD);
    }

    UUID signed(String basis) {
        var contract = UUID.randomUUID();
        deals.sign(contract, UUID.randomUUID(), basis);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("handovers", contract).equals("INITIATED"));
        return ClosingSituations.there(service.client(), "closures", contract);
    }

    UUID accepted() {
        var contract = signed("MIGRATED");
        service.client().accept(contract, LETTER);
        for (var kind : List.of(ItemKind.DOCUMENT, ItemKind.CUSTOMER_INFORMATION, ItemKind.RISK)) {
            service.client().accept(contract, item(kind));
        }
        present(contract);
        service.client().accept(contract, new AcceptHandover(null));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("delivery-projects", contract).equals("CREATED"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> history("closures", contract).contains("HANDOVER"));
        return ClosingSituations.there(service.client(), "acceptances", contract);
    }

    /** The contract is heard of first, then the deal. */
    UUID strategic() {
        var contract = signed("MIGRATED");
        deals.won(deals.lastOpportunity(), contract);
        return awaitItems(contract, 10);
    }

    UUID lost() {
        var opportunity = UUID.randomUUID();
        deals.lost(opportunity);
        return ClosingSituations.there(service.client(), "sales-closures", opportunity);
    }

    UUID awaitItems(UUID contract, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var answer = service.client().get("/v1/closures/" + contract);
            return answer.status() == 200 && answer.json().path("items").size() == count;
        });
        return contract;
    }

    String codeOf(UUID contract, Record refused) {
        return service.client()
                .send(contract, refused, Map.of())
                .json()
                .path("code")
                .asString();
    }

    String status(String plural, UUID id) {
        var answer = service.client().get("/v1/" + plural + "/" + id);
        return answer.status() == 200 ? answer.json().path("status").asString() : "";
    }

    String history(String plural, UUID id) {
        return service.client().get("/v1/" + plural + "/" + id + "/history").text();
    }
}
