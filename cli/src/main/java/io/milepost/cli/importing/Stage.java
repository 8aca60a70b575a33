package io.milepost.cli.importing;

import java.util.Arrays;

/** How far a deal of the pipeline file has come. */
enum Stage {
    PROSPECTING("Prospecting"),
    ENGAGING("Engaging"),
    WON("Won"),
    LOST("Lost");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** As the file says it. */
    String label() {
        return label;
    }

    boolean closed() {
        return this == WON || this == LOST;
    }

    static Stage of(String label) throws BadRow {
        return Arrays.stream(values())
                .filter(stage -> stage.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new BadRow("deal_stage is not one of Prospecting, Engaging, Won, Lost: " + label));
    }
}
