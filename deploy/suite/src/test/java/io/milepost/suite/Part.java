package io.milepost.suite;

import java.nio.file.Path;
import java.util.List;

/** A process of the suite; ports, heaps and options are those of {@code ./milepost up}. */
public enum Part {
    /** Databases, broker and token issuer. */
    LOCAL("deploy/local", "local", 10, "768m"),
    LEAD("lead-service", "lead", 1, "384m"),
    OPPORTUNITY("opportunity-service", "opportunity", 2, "384m"),
    CONTRACT("contract-service", "contract", 3, "384m"),
    DELIVERY("delivery-handover-service", "delivery", 4, "384m"),
    REPORTING("reporting-service", "reporting", 5, "384m");

    /** Those that keep a log. */
    public static final List<Part> WRITING = List.of(LEAD, OPPORTUNITY, CONTRACT, DELIVERY);

    /** Those that are started when the local stack is ready. */
    public static final List<Part> SERVICES = List.of(LEAD, OPPORTUNITY, CONTRACT, DELIVERY, REPORTING);

    private static final String VERSION = System.getProperty("milepost.version", "0.1.0");

    private final String module;
    private final String shortName;
    private final int port;
    private final String heap;

    Part(String module, String shortName, int port, String heap) {
        this.module = module;
        this.shortName = shortName;
        this.port = port;
        this.heap = heap;
    }

    String module() {
        return module;
    }

    /** Without the version, as its jar and its log file are called. */
    String artifact() {
        return module.substring(module.lastIndexOf('/') + 1);
    }

    /** Of the file that runs it. */
    String jar() {
        return "%s-%s-exec.jar".formatted(artifact(), VERSION);
    }

    /** As the build leaves it. */
    Path packaged() {
        return Path.of(System.getProperty("milepost.root", "../.."), module, "target", jar());
    }

    /** As in topics and databases. */
    public String shortName() {
        return shortName;
    }

    /** Above the suite's base. */
    int port() {
        return port;
    }

    String heap() {
        return heap;
    }
}
