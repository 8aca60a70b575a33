package io.milepost.delivery.deviation;

import static io.milepost.delivery.deviation.Deviation.No.DEVIATION_CORRECTED;
import static io.milepost.delivery.deviation.DeviationCatalogue.CORRECTION_DUE;
import static io.milepost.delivery.deviation.DeviationCatalogue.DEVIATION;
import static io.milepost.platform.decision.Usual.OWNER_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.deviation.Deviation.*;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose the correction of a deviation is. */
class DeviationDutiesTest {
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final CloseDeviation CLOSE = new CloseDeviation("ground");
    private static final ReviseCorrection REVISE = new ReviseCorrection("weld them", FRIDAY);
    private static final Scenario<Deviation, Command, Event> OPEN = Scenario.of(DEVIATION)
            .given(new DeviationFound(
                    CONTRACT, Dimension.QUALITY, "cracks", null, null, "grind them", "eva", FRIDAY, TODAY));

    @Test
    @DisplayName("R-151, R-189: whoever sees to the correction revises it and states that it is done, nobody else does")
    void whoever_sees_to_it_closes_it() {
        OPEN.when(CLOSE).byMember("jo").thenNotYourDuty();
        OPEN.when(REVISE).byMember("jo").thenNotYourDuty();
        OPEN.when(CLOSE).byMember("EVA").then(new DeviationCorrected(CONTRACT, "ground", TODAY, "EVA"));
        OPEN.when(REVISE).byMember("eva").then(new CorrectionRevised(CONTRACT, "weld them", FRIDAY));
    }

    @Test
    @DisplayName("R-151, R-189: a correction is given to another member, whose it is from then on")
    void is_given_to_another() {
        OPEN.when(new AssignCorrection("EVA")).thenNothing();
        OPEN.when(new AssignCorrection(" ")).thenRefused(OWNER_MISSING, "/owner");
        var assigned =
                OPEN.when(new AssignCorrection("jo")).byMember("max").then(new CorrectionAssigned(CONTRACT, "jo"));
        assigned.when(CLOSE).byMember("eva").thenNotYourDuty();
        assertThat(DEVIATION.ownerOf(assigned.state())).isEqualTo("jo");
        assertThat(CORRECTION_DUE.dates().apply(assigned.state()))
                .allMatch(date -> "jo".equals(date.owner()))
                .hasSize(1);
        assigned.when(new MarkCorrectionOverdue(FRIDAY))
                .on(FRIDAY.plusDays(1))
                .then(new CorrectionOverdue(CONTRACT, "jo", FRIDAY));
        assigned.given(new DeviationCorrected(CONTRACT, "ground", TODAY, "jo"))
                .when(new AssignCorrection("eva"))
                .thenRefused(DEVIATION_CORRECTED);
    }
}
