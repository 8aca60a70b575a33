package io.milepost.reporting.read.mart.export;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.operate.Feeding;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;

/** The folders of the nights, where a directory is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("milepost.reporting.exports.directory")
public class NightsConfiguration {

    @Bean
    Nightly nightlyExports(
            ExportProperties exports,
            Declarations declarations,
            Feeding martFeeding,
            Exporting martExporting,
            Clock clock,
            MilepostProperties milepost) {
        return new Nightly(
                exports,
                Path.of(Objects.requireNonNull(exports.directory())),
                declarations,
                martFeeding,
                martExporting,
                clock,
                milepost.zone());
    }

    @Bean(destroyMethod = "dispose")
    Disposable martNights(Nightly nightlyExports, VitalThreads threads) {
        return threads.every(
                Duration.ofSeconds(30),
                "nightly-exports",
                () -> VitalThreads.attempt("make the folder of the night", nightlyExports::look));
    }
}
