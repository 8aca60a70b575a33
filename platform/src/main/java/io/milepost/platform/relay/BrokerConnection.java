package io.milepost.platform.relay;

import io.milepost.platform.start.LiveBundle;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** What clients need to reach the broker, SSL bundles included: those Spring hands only to clients that it makes itself. */
public final class BrokerConnection {
    private final KafkaProperties kafka;
    private final ObjectProvider<SslBundles> bundles;

    BrokerConnection(KafkaProperties kafka, ObjectProvider<SslBundles> bundles) {
        this.kafka = kafka;
        this.bundles = bundles;
    }

    /** Settings of a producer. */
    public Map<String, Object> producer() {
        return secured(kafka.buildProducerProperties(), kafka.getProducer().getSsl());
    }

    /** Settings of a consumer. */
    public Map<String, Object> consumer() {
        return secured(kafka.buildConsumerProperties(), kafka.getConsumer().getSsl());
    }

    /** Settings of an administrating client. */
    public Map<String, Object> admin() {
        return secured(kafka.buildAdminProperties(), kafka.getAdmin().getSsl());
    }

    private Map<String, Object> secured(Map<String, Object> built, KafkaProperties.Ssl own) {
        var name = nameOf(own.getBundle()) == null ? nameOf(kafka.getSsl().getBundle()) : own.getBundle();
        if (name == null) {
            return built;
        }
        // A bundle that is named and not used would be a connection that only looks safe.
        if (!String.valueOf(built.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG))
                .endsWith("SSL")) {
            throw new IllegalStateException(
                    "the SSL bundle %s of Kafka needs spring.kafka.security.protocol=SSL or SASL_SSL".formatted(name));
        }
        var settings = new HashMap<>(built);
        settings.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class.getName());
        settings.put(SslBundle.class.getName(), LiveBundle.of(bundles.getObject(), name));
        return settings;
    }

    private static @Nullable String nameOf(@Nullable String said) {
        return said == null || said.isBlank() ? null : said;
    }
}
