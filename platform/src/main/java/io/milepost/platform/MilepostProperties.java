package io.milepost.platform;

import io.milepost.platform.access.Access;
import io.milepost.platform.catalogue.Role;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every service is told.
 *
 * @param service short name: database, topic and ce_source
 * @param zone calendar that "today" is of
 * @param failFast whether a start ends where its database does not answer, instead of waiting for it
 */
@ConfigurationProperties("milepost")
public record MilepostProperties(
        String service,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("false") boolean failFast,
        @DefaultValue Security security) {

    /**
     * Whom the service believes and what it seals with.
     *
     * @param issuer exactly the {@code iss} of the tokens
     * @param jwkSetUri where the issuer's keys are; by default what its discovery document says, or {@code /oauth2/jwks} under it
     * @param issuerBundle SSL bundle by whose certificates the issuer is believed; those that the JVM trusts where none is named
     * @param audience what the {@code aud} of tokens contains that are meant for the suite
     * @param memberClaim claim of a token that gives the code of the person who acts
     * @param rolesClaim claim of a token that lists its roles, also one inside another as {@code realm_access.roles}
     * @param access by role, the widest access of tokens that do not say {@code access}; a role that is not named has all
     * @param keyFile master key and digest key, made on first start
     * @param signingKeyFile key that signs checkpoints, made on first start; by default beside the key file, with {@code .signing} behind its
     *     name, which cannot be made on a read-only mount
     * @param otherKeyFiles by the short name of another service, its key file: what that one has sealed, this one may open
     * @param erasureRegister who was erased, where no backup of the databases brings it back; by default beside the key file, with
     *     {@code .erased} behind its name
     */
    public record Security(
            @DefaultValue("http://localhost:8090") String issuer,
            @Nullable String jwkSetUri,
            @Nullable String issuerBundle,
            @DefaultValue("milepost") String audience,
            @DefaultValue("member") String memberClaim,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue Map<Role, Access> access,
            Path keyFile,
            @Nullable Path signingKeyFile,
            @DefaultValue Map<String, Path> otherKeyFiles,
            @Nullable Path erasureRegister) {

        public Security {
            access = Map.copyOf(access);
            otherKeyFiles = Map.copyOf(otherKeyFiles);
            if (keyFile == null) {
                throw new IllegalArgumentException("milepost.security.key-file names the service's own key file");
            }
        }
    }
}
