package io.milepost.suite.alerts;

import static org.awaitility.Awaitility.await;

import io.milepost.suite.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Threads of lead-service that hang or die, and its memory; all by a debugger, so that the service has no switch for them. */
final class ThreadFaults implements AutoCloseable {
    private static final String WRITER = "eventlog-flusher";

    private final Scene scene;
    private final int port = Prometheus.freePort();
    private @Nullable Debugger debugger;
    private @Nullable Process second;

    ThreadFaults(Scene scene) {
        this.scene = scene;
    }

    List<Fault> all() {
        return List.of(
                Fault.of("a thread of the lists that hangs", "MilepostListsStuck")
                        .begins(() -> debugged().hang("lists"))
                        .ends(() -> debugged().goOn("lists")),
                Fault.of("a relay that hangs while another instance takes over", "MilepostTwoPublishers")
                        .begins(this::hangAsPublisher)
                        .ends(this::goOnAlone),
                Fault.of("due dates while nothing can be stored", "MilepostTimersOverdue")
                        .begins(this::hangWriting)
                        .ends(() -> debugged().goOn(WRITER)),
                Fault.of("a heap that fills", "MilepostHeapExhausted")
                        .begins(this::fillHeap)
                        .ends(this::restart),
                Fault.of("the death of the thread that writes the log", "MilepostThreadDead")
                        .begins(() -> debugged().end(WRITER))
                        .ends(this::restart));
    }

    /** The service is started with a debugger where it was not yet. */
    private Debugger debugged() {
        var open = debugger;
        if (open == null) {
            scene.suite().equip(Part.LEAD, Debugger.listening(port), List.of());
            scene.suite().restart(Part.LEAD);
            open = Debugger.at(port);
            debugger = open;
        }
        return open;
    }

    private void restart() {
        close();
        debugger = null;
        scene.suite().equip(Part.LEAD, List.of(), List.of());
        scene.suite().restart(Part.LEAD);
    }

    private void hangAsPublisher() {
        debugged();
        await().atMost(Scene.PATIENCE)
                .until(() ->
                        scene.prometheus().value("milepost_relay_state{service=\"lead\", state=\"publishing\"}") == 1);
        debugged().hang("relay");
        int other = Prometheus.freePort();
        scene.suite().equip(Part.LEAD, List.of(), List.of());
        second = scene.suite().another(Part.LEAD, other);
        scene.suite().equip(Part.LEAD, Debugger.listening(port), List.of());
        Prometheus.scrape(scene.suite(), List.of(other));
    }

    private void goOnAlone() {
        debugged().goOn("relay");
        var ending = second;
        if (ending != null) {
            ending.destroy();
            ending.onExit().join();
        }
        Prometheus.scrape(scene.suite(), List.of());
    }

    /** A lead whose next action was due long ago, and a log that takes nothing when that is found. */
    private void hangWriting() {
        var lead = UUID.randomUUID();
        var owner = "Late " + lead;
        debugged().hang("timer");
        scene.batch(
                Part.LEAD,
                Scene.item(
                        "RegisterTeamMember",
                        UUID.randomUUID(),
                        Map.of("code", owner, "team", "Late", "region", "Test", "from", "2026-01-01")));
        scene.batch(
                Part.LEAD,
                longAgo(
                        "CaptureLead",
                        lead,
                        Map.of(
                                "channel", "WEB",
                                "companyName", "Late " + lead,
                                "contactName", "Late",
                                "email", lead + "@late.example",
                                "need", "parts")),
                longAgo("RegisterLead", lead, Map.of()),
                longAgo("AssignLead", lead, Map.of("owner", owner)));
        debugged().hang(WRITER);
        debugged().goOn("timer");
    }

    private static Map<String, Object> longAgo(String command, UUID lead, Map<String, Object> body) {
        return Map.of(
                "command",
                command,
                "id",
                lead,
                "idempotencyKey",
                UUID.randomUUID(),
                "effectiveAt",
                "2026-09-01T08:00:00Z",
                "body",
                body);
    }

    private void fillHeap() throws Exception {
        debugged();
        for (double used = 0; !(used > 0.92); used = usedHeap()) {
            debugged().occupy(used < 0.7 ? 16 : 4);
            collect();
            // As long as a scrape takes to come.
            Thread.sleep(1_100);
        }
    }

    private double usedHeap() {
        return scene.prometheus().value("max(jvm_memory_usage_after_gc{service=\"lead\", area=\"heap\"})");
    }

    private void collect() throws Exception {
        Scene.run(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(scene.suite().pid(Part.LEAD)),
                "GC.run");
    }

    @Override
    public void close() {
        if (debugger != null) {
            debugger.close();
        }
    }
}
