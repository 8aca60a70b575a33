package io.milepost.platform.relay;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How every client of a service reaches the broker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaProperties.class)
public class BrokerConnectionConfiguration {

    @Bean
    BrokerConnection brokerConnection(KafkaProperties kafka, ObjectProvider<SslBundles> bundles) {
        return new BrokerConnection(kafka, bundles);
    }
}
