package io.milepost.reporting.read.notices;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.web.NoticeReaders;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.generations.Projections;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The inbox: one projection a service, as each reads one topic by its own consumer group. */
@Configuration(proxyBeanMethods = false)
public class NoticesConfiguration {

    @Bean
    Projected<MongoCells<Told>> leadNotices(Projections projections, MilepostProperties milepost) {
        return projections.of(new NoticesProjection("lead", milepost.zone()));
    }

    @Bean
    Projected<MongoCells<Told>> opportunityNotices(Projections projections, MilepostProperties milepost) {
        return projections.of(new NoticesProjection("opportunity", milepost.zone()));
    }

    @Bean
    Projected<MongoCells<Told>> contractNotices(Projections projections, MilepostProperties milepost) {
        return projections.of(new NoticesProjection("contract", milepost.zone()));
    }

    @Bean
    Projected<MongoCells<Told>> deliveryNotices(Projections projections, MilepostProperties milepost) {
        return projections.of(new NoticesProjection("delivery", milepost.zone()));
    }

    @Bean
    RouterFunction<ServerResponse> noticesRoutes(
            Reports reports,
            NoticeReaders readers,
            Projected<MongoCells<Told>> leadNotices,
            Projected<MongoCells<Told>> opportunityNotices,
            Projected<MongoCells<Told>> contractNotices,
            Projected<MongoCells<Told>> deliveryNotices) {
        return new NoticesApi(
                        reports, readers, List.of(leadNotices, opportunityNotices, contractNotices, deliveryNotices))
                .routes();
    }
}
