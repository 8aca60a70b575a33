package io.milepost.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.TimeOrderedIds;
import io.milepost.platform.directory.GoldenRecords;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.job.JobConfiguration;
import io.milepost.platform.job.JobProperties;
import io.milepost.platform.job.JobStore;
import io.milepost.platform.observe.CommandTimer;
import io.milepost.platform.privacy.Holdings;
import io.milepost.platform.projection.Listings;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.timer.DueDates;
import io.milepost.platform.trail.AuditTrail;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Commands and reads of a service that keeps a log, assembled from its catalogues. */
@Configuration(proxyBeanMethods = false)
@Import(JobConfiguration.class)
public class CatalogueWebConfiguration {

    @Bean
    RouterFunction<ServerResponse> dueRoutes(
            Callers callers, DueDates dates, Blocking blocking, MilepostProperties milepost, WebProperties limits) {
        return Routes.due(new DueReads(callers, dates, blocking, new PositionHeaders(milepost.service()), limits));
    }

    @Bean
    RouterFunction<ServerResponse> personRoutes(
            Callers callers,
            Catalogues catalogues,
            EventLog log,
            Sealer sealer,
            ObjectProvider<AuditTrail> trail,
            Blocking blocking,
            MilepostProperties milepost) {
        var record = trail.getIfAvailable(() -> AuditTrail.NONE);
        return Routes.persons(new PersonReads(
                callers,
                new Holdings(log, catalogues.all()),
                new PersonalAnswers(sealer, record),
                record,
                blocking,
                milepost.service()));
    }

    @Bean
    CommandDesk commandDesk(
            Callers callers,
            Catalogues catalogues,
            Commands commands,
            Clock clock,
            CommandTimer timer,
            MeterRegistry meters,
            ObjectProvider<AuditTrail> trail,
            ObjectProvider<GoldenRecords> golden) {
        return new CommandDesk(
                new Admission(callers, trail.getIfAvailable(() -> AuditTrail.NONE)),
                commands,
                new TimeOrderedIds(clock),
                timer,
                new RefusalMeters(catalogues.all(), meters),
                new MergedAccounts(golden.getIfAvailable(GoldenRecords::new)));
    }

    @Bean(destroyMethod = "close")
    BatchJobs batchJobs(
            CommandDesk desk,
            JobStore store,
            Blocking blocking,
            Clock clock,
            JobProperties jobs,
            WebProperties limits,
            MeterRegistry meters) {
        var work = new BatchWork(desk::handle, blocking, limits.batchConcurrency());
        return new BatchJobs(store, work, blocking, clock, jobs, meters);
    }

    @Bean
    RouterFunction<ServerResponse> jobRoutes(
            Callers callers, JobStore store, Blocking blocking, Clock clock, JobProperties jobs) {
        return Routes.jobs(new JobReads(callers, store, blocking, clock, jobs));
    }

    @Bean
    RouterFunction<ServerResponse> commandRoutes(
            Callers callers,
            Catalogues catalogues,
            CommandDesk desk,
            BatchJobs jobs,
            ObjectProvider<AuditTrail> trail,
            ObjectProvider<ShownOnce> shown,
            Blocking blocking,
            MilepostProperties milepost,
            WebProperties limits) {
        var routes = CommandRoute.of(catalogues.all());
        var admission = new Admission(callers, trail.getIfAvailable(() -> AuditTrail.NONE));
        var positions = new PositionHeaders(milepost.service());
        return Routes.commands(
                routes,
                new SingleCommands(
                        admission,
                        desk,
                        blocking,
                        positions,
                        limits,
                        shown.orderedStream().toList()),
                new Batches(
                        admission,
                        routes,
                        new BatchWork(desk::handle, blocking, limits.batchConcurrency()),
                        jobs,
                        blocking,
                        positions,
                        limits));
    }

    @Bean
    RouterFunction<ServerResponse> readRoutes(
            Callers callers,
            Catalogues catalogues,
            Entities entities,
            Listings listings,
            EventLog log,
            Sealer sealer,
            Clock clock,
            ObjectProvider<AuditTrail> trail,
            Blocking blocking,
            ObjectProvider<GoldenRecords> golden,
            MilepostProperties milepost,
            WebProperties limits) {
        var personal = new PersonalAnswers(sealer, trail.getIfAvailable(() -> AuditTrail.NONE));
        var accounts = new MergedAccounts(golden.getIfAvailable(GoldenRecords::new));
        var positions = new PositionHeaders(milepost.service());
        return Routes.reads(
                catalogues.all(),
                new EntityReads(callers, catalogues.all(), entities, log, personal, blocking, positions, accounts),
                new ListReads(
                        callers,
                        catalogues.all(),
                        listings,
                        log,
                        personal,
                        clock,
                        blocking,
                        positions,
                        limits,
                        accounts));
    }
}
