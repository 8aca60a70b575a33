package io.milepost.platform.timer;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.setaside.SetAsideConfiguration;
import io.milepost.platform.setaside.SetAsides;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The due dates of every rule of the service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MilepostProperties.class, SiteProperties.class, TimerProperties.class})
@Import({SetAsideConfiguration.class, VitalConfiguration.class})
public class TimerConfiguration {

    @Bean
    DueTimer dueTimer(
            Dues dues,
            EventLog log,
            EventCodec codec,
            Entities entities,
            Commands commands,
            MongoClient client,
            MilepostProperties milepost,
            SiteProperties sites,
            TimerProperties pace,
            Clock clock,
            SetAsides setAsides,
            VitalThreads threads,
            MeterRegistry meters) {
        var rules = new DueRules(dues.all(), codec, sites.in(milepost.zone()));
        var store = DueStore.open(client.getDatabase(milepost.service()), rules.shape());
        var asides = new DueAsides(
                new OwnAsides(setAsides, DueAsides.READER, milepost.service(), clock), rules, entities, store);
        var watch = new DueWatch(
                store, new Firing(rules, entities, commands::dispatch, clock, meters), asides, clock, pace);
        var feed = new DueFeed(rules, entities, store, asides);
        var timer = new DueTimer(log, rules, store, feed, watch, asides, pace, threads);
        Gauge.builder("milepost.timer.due", watch, DueWatch::unsettled)
                .description("Due dates that are due and have not had their effect")
                .register(meters);
        Gauge.builder("milepost.timer.overdue.seconds", watch, w -> w.overdue().toMillis() / 1e3)
                .description("For how long some due date has been without its effect, at most")
                .register(meters);
        Gauge.builder("milepost.timer.lag.events", timer, t -> Math.max(0, log.head() - t.position()))
                .description("Events stored and not yet seen by the timer")
                .register(meters);
        return timer;
    }
}
