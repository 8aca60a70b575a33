package io.milepost.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every service is told.
 *
 * @param service short name: database, topic and ce_source
 * @param zone calendar that "today" is of
 */
@ConfigurationProperties("milepost")
public record MilepostProperties(
        String service,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue Security security) {

    /**
     * Whom the service believes and what it seals with.
     *
     * @param jwkSetUri where the issuer's keys are; by default under the issuer
     * @param keyFile master key and digest key, made on first start
     */
    public record Security(
            @DefaultValue("http://localhost:8090") String issuer,
            @Nullable String jwkSetUri,
            @DefaultValue("milepost") String audience,
            Path keyFile) {

        public Security {
            if (keyFile == null) {
                throw new IllegalArgumentException("milepost.security.key-file names the service's own key file");
            }
        }

        public String jwkSet() {
            return jwkSetUri == null ? issuer + "/oauth2/jwks" : jwkSetUri;
        }
    }
}
