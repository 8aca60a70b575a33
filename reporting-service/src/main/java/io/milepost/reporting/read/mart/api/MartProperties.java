package io.milepost.reporting.read.mart.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the mart is.
 *
 * @param uri {@code jdbc:postgresql://localhost:5433/milepost}
 * @param ssl how TLS is spoken with its server
 * @param connections that one instance holds at most
 * @param queryTime how long a statement of a reader may take
 */
@ConfigurationProperties("milepost.mart")
public record MartProperties(
        String uri,
        @DefaultValue("milepost") String user,
        @DefaultValue("milepost") String password,
        @DefaultValue Ssl ssl,
        @DefaultValue("12") int connections,
        @DefaultValue("15s") Duration queryTime) {

    /**
     * With TLS, certificate and host name are verified.
     *
     * @param bundle the SSL bundle by which connections are made; none where it is empty
     */
    public record Ssl(@DefaultValue("") String bundle) {}
}
