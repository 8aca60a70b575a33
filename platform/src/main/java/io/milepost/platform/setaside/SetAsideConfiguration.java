package io.milepost.platform.setaside;

import com.mongodb.reactivestreams.client.MongoClient;
import io.milepost.platform.MilepostProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of what is set aside, in the service's database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MilepostProperties.class)
public class SetAsideConfiguration {

    @Bean
    SetAsides setAsides(MongoClient client, MilepostProperties milepost) {
        return new SetAsides(client.getDatabase(milepost.service()).getCollection("set_aside"));
    }
}
