package io.milepost.platform.auditrecord;

import static io.milepost.platform.auditrecord.AuditRecordCatalogue.AUDIT_RECORD;

import io.milepost.platform.auditrecord.AuditRecord.*;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One fact on record, noted once. */
class AuditRecordTest {
    private static final NoteRefusal REFUSAL =
            new NoteRefusal("eve", "EVE", "portal", "QualifyLead", Scenario.ID, "NOT_YOUR_DUTY");

    @Test
    void is_declared_and_well_named() {
        CatalogueWalk.check(List.of(AUDIT_RECORD));
    }

    @Test
    void laws_of_the_audit_record() {
        Laws.of(AUDIT_RECORD).check();
    }

    @Test
    void a_fact_is_noted_once_and_never_changes() {
        Scenario.of(AUDIT_RECORD)
                .when(REFUSAL)
                .then(new CommandRefused(
                        "eve", "EVE", "portal", "QualifyLead", Scenario.ID, "NOT_YOUR_DUTY", Scenario.NOW))
                .when(REFUSAL)
                .thenNothing()
                .when(new NoteAct("ops", null, null, "redrive-parked", "key"))
                .thenNothing();
    }
}
