package io.milepost.platform;

import io.milepost.platform.audit.AuditConfiguration;
import io.milepost.platform.axon.AxonConfiguration;
import io.milepost.platform.feed.FeedConfiguration;
import io.milepost.platform.projection.ProjectionConfiguration;
import io.milepost.platform.relay.RelayConfiguration;
import io.milepost.platform.timer.TimerConfiguration;
import io.milepost.platform.web.CatalogueWebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that a service needs besides its catalogues, automations and due dates, which it declares as beans. */
@Configuration(proxyBeanMethods = false)
@Import({
    ReadingPlatform.class,
    AxonConfiguration.class,
    RelayConfiguration.class,
    ProjectionConfiguration.class,
    TimerConfiguration.class,
    CatalogueWebConfiguration.class,
    FeedConfiguration.class,
    AuditConfiguration.class
})
public class Platform {}
