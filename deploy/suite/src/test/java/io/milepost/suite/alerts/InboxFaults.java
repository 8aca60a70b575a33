package io.milepost.suite.alerts;

import static io.milepost.suite.alerts.Scene.item;
import static org.awaitility.Awaitility.await;

import io.milepost.suite.Client.Reply;
import io.milepost.suite.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What comes from other services and cannot be gone on with. */
final class InboxFaults {
    private final Scene scene;
    private final LogHand logs;
    private UUID opportunity = UUID.randomUUID();

    InboxFaults(Scene scene, LogHand logs) {
        this.scene = scene;
        this.logs = logs;
    }

    List<Fault> all() {
        return List.of(
                Fault.of("a contract whose opportunity nobody knows", "MilepostRecordsParked")
                        .begins(this::signForNobody)
                        .ends(this::identifyAndRedrive),
                Fault.of("an erasure while contract-service is away", "MilepostErasurePartly")
                        .begins(this::eraseWithout)
                        .ends(scene.suite()::superviseUntilReady),
                Fault.of("a log that goes on in a new epoch after a restore", "MilepostConsumerStopped")
                        .begins(this::leaveEpoch)
                        .ends(this::acceptEpoch),
                Fault.of("a record of a topic that is no event", "MilepostSubjectsSetAside")
                        .begins(() -> logs.publish(Part.DELIVERY, "no event".getBytes(StandardCharsets.UTF_8)))
                        .ends(this::acknowledge));
    }

    private void signForNobody() {
        opportunity = UUID.randomUUID();
        var contract = UUID.randomUUID();
        scene.batch(
                Part.CONTRACT,
                item(
                        "DraftContract",
                        contract,
                        Map.of(
                                "basis",
                                "MIGRATED",
                                "basisReason",
                                "signed before",
                                "opportunityId",
                                opportunity,
                                "accountId",
                                UUID.randomUUID(),
                                "owner",
                                "Somebody",
                                "value",
                                Map.of("amount", "100.00", "currency", "EUR"),
                                "lines",
                                List.of())));
        for (var party : List.of("SELLER", "CUSTOMER")) {
            scene.command(
                    Part.CONTRACT,
                    "IMPORTER",
                    "/v1/contracts/%s/sign".formatted(contract),
                    Map.of("party", party, "signedOn", "2026-11-30"));
        }
    }

    private void identifyAndRedrive() {
        scene.batch(
                Part.OPPORTUNITY,
                item("IdentifyOpportunity", opportunity, Map.of("owner", "Somebody")),
                item("QualifyOpportunity", opportunity, Map.of()));
        await().atMost(Scene.PATIENCE).until(() -> {
            var items = scene.client()
                    .read(Part.OPPORTUNITY, Scene.OPERATOR, "/v1/parked")
                    .path("items");
            for (var one : items) {
                scene.client()
                        .command(
                                Part.OPPORTUNITY,
                                Scene.OPERATOR,
                                "/v1/parked/redrive",
                                UUID.randomUUID(),
                                Map.of("key", one.path("key").asString("")));
            }
            return items.isEmpty();
        });
    }

    private void eraseWithout() {
        scene.suite().kill(Part.CONTRACT);
        scene.command(
                Part.LEAD,
                "PRIVACY_OFFICER",
                "/v1/persons/%s/erase".formatted(UUID.randomUUID()),
                Map.of("reason", "asked for"));
    }

    private void leaveEpoch() {
        await().atMost(Scene.PATIENCE)
                .until(() -> scene.prometheus().value("milepost_relay_lag_events{service=\"contract\"}") == 0);
        scene.suite().kill(Part.CONTRACT);
        scene.suite()
                .equip(
                        Part.CONTRACT,
                        List.of(),
                        List.of(
                                "--milepost.log.leave-epoch=" + logs.epoch(Part.CONTRACT),
                                "--milepost.relay.resume-after=" + logs.published(Part.CONTRACT)));
        scene.suite().start(Part.CONTRACT);
        await().atMost(Scene.PATIENCE)
                .until(() ->
                        scene.client().tryRead(Part.CONTRACT, Scene.OPERATOR, "/v1/parked") instanceof Reply.Answered);
        signForNobody();
    }

    private void acceptEpoch() {
        var accept = List.of("--milepost.inbox.accept-epoch.contract=" + logs.epoch(Part.CONTRACT));
        for (var part : Part.SERVICES) {
            scene.suite().equip(part, List.of(), accept);
            scene.suite().restart(part);
        }
        identifyAndRedrive();
    }

    private void acknowledge() {
        for (var one : scene.client()
                .read(Part.REPORTING, Scene.OPERATOR, "/v1/projections/mart/set-aside")
                .path("items")) {
            scene.command(
                    Part.REPORTING,
                    Scene.OPERATOR,
                    "/v1/projections/mart/set-aside/%s/acknowledge"
                            .formatted(one.path("subject").asString("")),
                    Map.of());
        }
    }
}
