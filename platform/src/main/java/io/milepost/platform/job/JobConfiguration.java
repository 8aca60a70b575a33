package io.milepost.platform.job;

import com.mongodb.reactivestreams.client.MongoClient;
import io.milepost.platform.MilepostProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where jobs are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobProperties.class)
public class JobConfiguration {
    @Bean
    JobStore jobStore(MongoClient client, MilepostProperties milepost) {
        return new JobStore(client.getDatabase(milepost.service()));
    }
}
