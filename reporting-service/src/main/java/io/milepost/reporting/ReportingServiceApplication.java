package io.milepost.reporting;

import io.milepost.platform.ReadingPlatform;
import io.milepost.platform.directory.DirectoryConfiguration;
import io.milepost.reporting.page.PageConfiguration;
import io.milepost.reporting.read.answer.ReadConfiguration;
import io.milepost.reporting.read.audit.AuditConfiguration;
import io.milepost.reporting.read.bikeys.BiKeysConfiguration;
import io.milepost.reporting.read.erasures.ErasuresConfiguration;
import io.milepost.reporting.read.mart.api.MartConfiguration;
import io.milepost.reporting.read.mart.api.OperatorsConfiguration;
import io.milepost.reporting.read.mart.export.NightsConfiguration;
import io.milepost.reporting.read.notices.NoticesConfiguration;
import io.milepost.reporting.read.schedules.SchedulesConfiguration;
import io.milepost.reporting.read.trace.TraceConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the reports. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    ReadingPlatform.class,
    DirectoryConfiguration.class,
    BiKeysConfiguration.class,
    PageConfiguration.class,
    ReadConfiguration.class,
    TraceConfiguration.class,
    AuditConfiguration.class,
    NoticesConfiguration.class,
    MartConfiguration.class,
    OperatorsConfiguration.class,
    NightsConfiguration.class,
    SchedulesConfiguration.class,
    ErasuresConfiguration.class
})
public class ReportingServiceApplication {

    /** The process's entry. */
    public static void main(String[] arguments) {
        SpringApplication.run(ReportingServiceApplication.class, arguments);
    }
}
