package io.milepost.platform;

import io.milepost.platform.audit.AuditConfiguration;
import io.milepost.platform.axon.AxonConfiguration;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.directory.DirectoryConfiguration;
import io.milepost.platform.feed.FeedConfiguration;
import io.milepost.platform.inbox.Automations;
import io.milepost.platform.projection.ProjectionConfiguration;
import io.milepost.platform.relay.RelayConfiguration;
import io.milepost.platform.seeding.Seeding;
import io.milepost.platform.timer.Dues;
import io.milepost.platform.timer.TimerConfiguration;
import io.milepost.platform.trail.TrailConfiguration;
import io.milepost.platform.web.CatalogueWebConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that a deciding service needs besides the one bean that says what it is, a {@link Service}. */
@Configuration(proxyBeanMethods = false)
@Import({
    ReadingPlatform.class,
    AxonConfiguration.class,
    RelayConfiguration.class,
    ProjectionConfiguration.class,
    TimerConfiguration.class,
    DirectoryConfiguration.class,
    CatalogueWebConfiguration.class,
    FeedConfiguration.class,
    AuditConfiguration.class,
    TrailConfiguration.class
})
public class Platform {

    @Bean
    Catalogues catalogues(Service service, MilepostProperties milepost) {
        if (!service.name().equals(milepost.service())) {
            throw new IllegalStateException("this is the service %s, and milepost.service says %s"
                    .formatted(service.name(), milepost.service()));
        }
        return new Catalogues(service.catalogues());
    }

    @Bean
    Automations automations(Service service) {
        return new Automations(service.automations());
    }

    @Bean
    Seeding seeding(Service service, Commands commands) {
        return new Seeding(service.seeds(), commands::dispatch);
    }

    @Bean
    Dues dues(Service service) {
        return new Dues(service.dues());
    }
}
