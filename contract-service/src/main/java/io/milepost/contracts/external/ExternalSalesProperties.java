package io.milepost.contracts.external;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the external property-sales system is.
 *
 * @param url without a trailing slash; without one subscriptions are entered by hand alone
 * @param token sent as a bearer token
 * @param timeout of one call
 */
@ConfigurationProperties("milepost.external-sales")
record ExternalSalesProperties(
        @Nullable URI url,
        @Nullable String token,
        @DefaultValue("3s") Duration timeout) {
    URI endpoint() {
        return URI.create(url + "/subscriptions");
    }
}
