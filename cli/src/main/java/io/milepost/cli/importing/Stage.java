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

    static Stage of(CsvRow row) throws BadRow {
        var given = row.text("deal_stage");
        var named = Arrays.stream(values())
                .filter(stage -> Spelling.canonical(stage.label).equals(Spelling.canonical(given)))
                .findFirst()
                .orElseThrow(() -> new BadRow(
                        "deal_stage", "is not one of Prospecting, Engaging, Won, Lost: " + Shown.cell(given)));
        row.takeAs("deal_stage", named.label);
        return named;
    }
}
