package io.milepost.reporting.read.answer;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.web.Blocking;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all reports share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MilepostProperties.class)
public class ReadConfiguration {

    /** Bounded waits: a database that hangs fails a batch, which comes again, and does not hold a thread for ever. */
    @Bean(destroyMethod = "close")
    MongoClient mongoClient(@Value("${spring.mongodb.uri}") String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(5, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS))
                .applyConnectionString(new ConnectionString(uri))
                .build());
    }

    @Bean
    Reports reports(
            Blocking blocking,
            Clock clock,
            MilepostProperties milepost,
            @Value("${milepost.web.position-wait:5s}") Duration positionWait) {
        return new Reports(blocking, clock, milepost.zone(), positionWait);
    }
}
