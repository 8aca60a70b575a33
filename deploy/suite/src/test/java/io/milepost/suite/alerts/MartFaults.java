package io.milepost.suite.alerts;

import io.milepost.suite.Part;
import java.util.List;

/** PostgreSQL, and what stands in it. */
record MartFaults(Scene scene, MartHand mart) {

    List<Fault> all() {
        return List.of(
                Fault.of(
                                "a PostgreSQL that may only be read",
                                "MilepostReportFreshnessBurnFast",
                                "MilepostReportFreshnessBurnSlow",
                                "MilepostConsumerFailing",
                                "MilepostConsumerBehind")
                        .begins(mart::close)
                        .ends(mart::open),
                Fault.of("a row of the mart that somebody has changed", "MilepostMartDiffers")
                        .begins(() -> compareAfter(mart::change))
                        .ends(() -> compareAfter(mart::changeBack)));
    }

    private void compareAfter(Fault.Step step) throws Exception {
        step.take();
        scene.client().read(Part.REPORTING, Scene.OPERATOR, "/v1/projections/mart/reconcile");
    }
}
