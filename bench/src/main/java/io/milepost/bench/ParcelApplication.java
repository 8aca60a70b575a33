package io.milepost.bench;

import io.milepost.platform.Platform;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A service as small as one can be, with all that the platform gives: HTTP, relay, lists, feed. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Platform.class)
public class ParcelApplication {

    @Bean
    Catalogue<?, ?, ?> parcels() {
        return ParcelMessages.CATALOGUE;
    }
}
