package io.milepost.bench;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
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
    Service parcels(MilepostProperties milepost) {
        return Service.of(milepost.service()).decides(ParcelMessages.CATALOGUE);
    }
}
