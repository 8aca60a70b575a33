package io.milepost.reporting.read.answer;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.web.Blocking;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all reports share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MilepostProperties.class)
public class ReadConfiguration {

    @Bean
    Reports reports(
            Blocking blocking,
            Clock clock,
            MilepostProperties milepost,
            @Value("${milepost.web.position-wait:5s}") Duration positionWait) {
        return new Reports(blocking, clock, milepost.zone(), positionWait);
    }
}
