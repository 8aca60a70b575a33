package io.milepost.suite.alerts;

import io.milepost.suite.Part;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A service, or the servers of all of them, that is killed, hangs or is slow. */
record ServerFaults(Scene scene) {
    private static final String ASKER = "SALES_REP";

    List<Fault> all() {
        return List.of(
                Fault.of("kill -9 of contract-service", "MilepostTargetDown")
                        .begins(() -> scene.suite().kill(Part.CONTRACT))
                        .ends(scene.suite()::superviseUntilReady),
                Fault.of(
                                "kill -9 of database, broker and issuer",
                                "MilepostStoreUnavailable",
                                "MilepostConsumerNotPolling",
                                "MilepostDirectoryBehind",
                                "MilepostInstanceNotReady",
                                "MilepostRelayNotPublishing",
                                "MilepostUnavailable",
                                "MilepostCommandSuccessBurnFast",
                                "MilepostCommandSuccessBurnSlow",
                                "MilepostKeySetUnreadable")
                        .begins(this::killServers)
                        .goesOn(this::ask)
                        .ends(scene.suite()::superviseUntilReady),
                Fault.of("a database that hangs for longer than a commit may", "MilepostLogNotAppending")
                        .begins(() -> signal("STOP"))
                        .ends(() -> signal("CONT")),
                Fault.of(
                                "a database that stops for most of each second",
                                "MilepostCommandLatencyBurnFast",
                                "MilepostCommandLatencyBurnSlow")
                        .goesOn(this::stutter)
                        .ends(() -> signal("CONT")));
    }

    /** Whoever asks later has a token already: none is given out meanwhile. */
    private void killServers() {
        scene.client().tokenOf(ASKER);
        scene.suite().kill(Part.LOCAL);
    }

    private void ask() throws InterruptedException {
        for (var part : Part.WRITING) {
            // A key that nobody knows makes the services ask the issuer, which is away.
            scene.client().tryReadAsStranger(part, "/v1/due");
        }
        scene.client().command(Part.LEAD, ASKER, "/v1/accounts", UUID.randomUUID(), Map.of("name", "Nobody stores it"));
        Thread.sleep(500);
    }

    private void signal(String name) throws Exception {
        Scene.run("kill", "-" + name, Long.toString(scene.suite().pid(Part.LOCAL)));
    }

    private void stutter() throws Exception {
        signal("STOP");
        Thread.sleep(750);
        signal("CONT");
        Thread.sleep(150);
    }
}
