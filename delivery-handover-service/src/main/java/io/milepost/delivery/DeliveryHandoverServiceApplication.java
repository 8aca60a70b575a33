package io.milepost.delivery;

import io.milepost.delivery.acceptance.AcceptanceConfiguration;
import io.milepost.delivery.archiverecord.ArchiveRecordConfiguration;
import io.milepost.delivery.automation.AutomationConfiguration;
import io.milepost.delivery.automation.ClosingAutomationConfiguration;
import io.milepost.delivery.closure.ClosureConfiguration;
import io.milepost.delivery.deliveryproject.DeliveryProjectConfiguration;
import io.milepost.delivery.handover.HandoverConfiguration;
import io.milepost.delivery.salesclosure.SalesClosureConfiguration;
import io.milepost.delivery.settlement.SettlementConfiguration;
import io.milepost.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts delivery-handover-service; what it consists of is imported by name. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    Platform.class,
    HandoverConfiguration.class,
    DeliveryProjectConfiguration.class,
    AutomationConfiguration.class,
    AcceptanceConfiguration.class,
    SettlementConfiguration.class,
    ClosureConfiguration.class,
    SalesClosureConfiguration.class,
    ArchiveRecordConfiguration.class,
    ClosingAutomationConfiguration.class
})
public class DeliveryHandoverServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(DeliveryHandoverServiceApplication.class, args);
    }
}
