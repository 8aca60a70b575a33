package io.milepost.contracts;

import io.milepost.platform.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keeps_the_rules_of_the_house() {
        ArchitectureRules.check("io.milepost.contracts");
    }
}
