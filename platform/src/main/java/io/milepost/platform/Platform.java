package io.milepost.platform;

import io.milepost.platform.access.Directory;
import io.milepost.platform.audit.AuditConfiguration;
import io.milepost.platform.axon.AxonConfiguration;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.directory.DirectoryConfiguration;
import io.milepost.platform.feed.FeedConfiguration;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.AutomationConfiguration;
import io.milepost.platform.inbox.Automations;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.notice.NoticeConfiguration;
import io.milepost.platform.privacy.ErasureCatalogue;
import io.milepost.platform.privacy.PrivacyConfiguration;
import io.milepost.platform.projection.Figures;
import io.milepost.platform.projection.ProjectionConfiguration;
import io.milepost.platform.relay.RelayConfiguration;
import io.milepost.platform.seeding.Seeding;
import io.milepost.platform.setaside.SetAsideConfiguration;
import io.milepost.platform.timer.Dues;
import io.milepost.platform.timer.TimerConfiguration;
import io.milepost.platform.trail.TrailConfiguration;
import io.milepost.platform.web.CatalogueWebConfiguration;
import io.milepost.platform.webhook.WebhookCatalogue;
import io.milepost.platform.webhook.WebhookConfiguration;
import io.milepost.platform.webhook.WebhookProperties;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that a deciding service needs besides the one bean that says what it is, a {@link Service}. */
@Configuration(proxyBeanMethods = false)
@Import({
    ReadingPlatform.class,
    AutomationConfiguration.class,
    SetAsideConfiguration.class,
    AxonConfiguration.class,
    RelayConfiguration.class,
    ProjectionConfiguration.class,
    TimerConfiguration.class,
    DirectoryConfiguration.class,
    NoticeConfiguration.class,
    CatalogueWebConfiguration.class,
    PrivacyConfiguration.class,
    FeedConfiguration.class,
    AuditConfiguration.class,
    TrailConfiguration.class,
    WebhookConfiguration.class
})
public class Platform {

    /** Its aggregates, whom it has erased, its notices and its webhooks. */
    @Bean
    Catalogues catalogues(
            Service service, MilepostProperties milepost, Directory directory, WebhookProperties webhooks) {
        if (!service.name().equals(milepost.service())) {
            throw new IllegalStateException("this is the service %s, and milepost.service says %s"
                    .formatted(service.name(), milepost.service()));
        }
        var all = new ArrayList<Catalogue<?, ?, ?>>(service.catalogues());
        all.add(ErasureCatalogue.ERASURE);
        all.add(NoticeCatalogue.of(directory, service.notices()));
        all.add(WebhookCatalogue.of(all, webhooks.allowPrivate()));
        return new Catalogues(all);
    }

    @Bean
    Automations automations(Service service) {
        Stream<Automation<?>> telling = service.notices().stream().map(rule -> rule.in(service.name()));
        return new Automations(
                Stream.concat(service.automations().stream(), telling).toList());
    }

    @Bean
    Figures figuresOfLists(Service service) {
        return new Figures(service.figures());
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
