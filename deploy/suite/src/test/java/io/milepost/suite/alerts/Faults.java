package io.milepost.suite.alerts;

import java.util.List;
import java.util.stream.Stream;

/** What is done to a suite under load so that each alert fires, and undone so that it ends. */
final class Faults implements AutoCloseable {
    private final Scene scene;
    private final LogHand logs;
    private final Pages pages = new Pages();
    private final ThreadFaults threads;

    Faults(Scene scene) {
        this.scene = scene;
        this.logs = new LogHand(scene.suite());
        this.threads = new ThreadFaults(scene);
    }

    /** In an order in which each finds a sound suite; what inboxes meet comes last, for its end starts all services anew. */
    List<Fault> all() {
        return Stream.of(
                        new ServerFaults(scene).all(),
                        new MartFaults(scene, new MartHand(scene.suite().martEnvironment())).all(),
                        new WebhookFaults(scene, pages).all(),
                        new FileFaults(scene, pages).all(),
                        threads.all(),
                        new LogFaults(scene, logs).all(),
                        new InboxFaults(scene, logs).all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        threads.close();
        pages.close();
        logs.close();
    }
}
