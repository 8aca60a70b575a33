package io.milepost.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.testkit.HostileRecords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No automation of the service believes what its producer would not say. */
class HostileRecordsTest {
    @Test
    @DisplayName("A record that is not as its producer approved it is parked, or asks for a whole command")
    void hostile_records_are_parked() {
        var service = new OpportunityServiceApplication().service();
        assertThat(HostileRecords.faults(service.automations())).isEmpty();
    }
}
