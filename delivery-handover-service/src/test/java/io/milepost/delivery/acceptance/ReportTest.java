package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.Acceptances.*;
import static io.milepost.platform.decision.Usual.DOCUMENT_NOT_IN_EFFECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.acceptance.AcceptanceCatalogue.View;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.DocumentVersion;
import io.milepost.platform.value.Evidence;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final UUID DOCUMENT = new UUID(7, 7);
    private static final IssueReport ISSUE = new IssueReport(HALL_A, DOCUMENT);
    private static final AcceptanceReportIssued SECOND =
            new AcceptanceReportIssued(HALL_A, TODAY, new DocumentVersion(DOCUMENT, "AR-1", 2));

    @Test
    @DisplayName(
            "R-160, R-186, G22: the report that is named is a document in effect, of the right kind, about the contract")
    void is_a_document_in_effect() {
        passedHallA().when(ISSUE).thenRefused(DOCUMENT_NOT_IN_EFFECT, "/documentId");
        for (var other : List.of(
                new NeededDocument("acceptance-report", "AR-1", CONTRACT, null, null),
                new NeededDocument("acceptance-report", "AR-1", OPPORTUNITY, 2, "ann"),
                new NeededDocument("summary-report", "AR-1", CONTRACT, 2, "ann"))) {
            passedHallA().when(ISSUE).reading(other).thenRefused(DOCUMENT_NOT_IN_EFFECT, "/documentId");
        }
        var issued = passedHallA().when(ISSUE).reading(version(2)).then(SECOND);
        assertThat(evidence(issued)).isEqualTo(Evidence.fact("AR-1, version 2"));
        assertThat(evidence(passedHallA())).isNull();
        var said = passedHallA().given(new AcceptanceReportIssued(HALL_A, TODAY, null));
        assertThat(evidence(said)).isEqualTo(Evidence.word(null));
    }

    @Test
    @DisplayName("R-160: it goes to the customer once, and again where another version is in effect by then")
    void goes_out_once_for_each_version() {
        passedHallA()
                .given(SECOND)
                .when(ISSUE)
                .reading(version(2))
                .thenNothing()
                .when(new IssueReport(HALL_A, null))
                .thenNothing()
                .when(ISSUE)
                .reading(version(3))
                .then(new AcceptanceReportIssued(HALL_A, TODAY, new DocumentVersion(DOCUMENT, "AR-1", 3)));
    }

    private static NeededDocument version(int inEffect) {
        return new NeededDocument("acceptance-report", "AR-1", CONTRACT, inEffect, "ann");
    }

    private static @Nullable Evidence evidence(Scenario<Acceptance, Command, Event> acceptance) {
        return View.of(acceptance.state()).points().getFirst().report();
    }
}
