package io.milepost.suite.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.suite.Client.Reply;
import io.milepost.suite.Part;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What becomes of a log that is not looked after, or is changed by hand. */
final class LogFaults {
    private final Scene scene;
    private final LogHand logs;
    private UUID account = UUID.randomUUID();

    LogFaults(Scene scene, LogHand logs) {
        this.scene = scene;
        this.logs = logs;
    }

    List<Fault> all() {
        return List.of(
                Fault.of("no checkpoint of a log is taken", "MilepostAuditCheckpointMissing")
                        .ends(this::takeCheckpoints),
                Fault.of("an event of which nobody can make sense", "MilepostEventsUnreadable", "MilepostServerErrors")
                        .begins(this::spoil)
                        .goesOn(() -> assertThat(read()).isInstanceOf(Reply.Unknown.class))
                        .ends(this::mend));
    }

    private void takeCheckpoints() {
        Part.WRITING.forEach(part -> scene.client().read(part, Scene.OPERATOR, "/v1/log/checkpoint"));
    }

    /** Not the last event of the log, which a start would not take. */
    private void spoil() {
        account = opened();
        opened();
        scene.suite().kill(Part.LEAD);
        logs.spoil(Part.LEAD, account);
        scene.suite().start(Part.LEAD);
        scene.suite().awaitReady(Part.LEAD);
    }

    private Reply read() {
        return scene.client().tryRead(Part.LEAD, Scene.OPERATOR, "/v1/accounts/" + account);
    }

    private UUID opened() {
        var id = UUID.randomUUID();
        scene.command(Part.LEAD, "SALES_REP", "/v1/accounts", Map.of("id", id, "name", "Unreadable " + id));
        return id;
    }

    private void mend() {
        scene.suite().kill(Part.LEAD);
        logs.mend(Part.LEAD);
        scene.suite().start(Part.LEAD);
        scene.suite().awaitReady(Part.LEAD);
    }
}
