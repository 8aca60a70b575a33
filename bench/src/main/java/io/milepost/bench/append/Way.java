package io.milepost.bench.append;

/** A way by which a commit of one event gets into a database. */
enum Way {
    RAW("raw insertMany"),
    LOG("event log"),
    COMMAND("command (Axon 5, warm entity)"),
    READING("command that reads two more warm entities"),
    HTTP("HTTP, a whole service"),
    AXON_4_EVENTS("Axon 4 MongoDB, document per event"),
    AXON_4_COMMITS("Axon 4 MongoDB, document per commit");

    private final String shown;

    Way(String shown) {
        this.shown = shown;
    }

    String shown() {
        return shown;
    }
}
