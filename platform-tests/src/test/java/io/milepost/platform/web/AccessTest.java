package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.milepost.platform.catalogue.Role;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is open, what is believed, and what every answer carries. */
class AccessTest {
    private final ParcelService service = ParcelService.shared();
    private final Client nobody = service.withToken(null);

    @SuppressWarnings("JavaUtilDate") // the library asks for it
    private JWTClaimsSet claims() {
        var now = System.currentTimeMillis();
        return new JWTClaimsSet.Builder()
                .issuer(service.issuer().issuer())
                .subject("tester")
                .audience("milepost")
                .issueTime(new Date(now))
                .expirationTime(new Date(now + 3_600_000))
                .claim("roles", List.of("SALES_REP"))
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/problems/NOT_FOUND"
            })
    void is_open_without_a_token(String path) {
        assertThat(nobody.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/parcels", "/v1/nothing", "/actuator/env", "/actuator", "/anything", "/v1/parked"})
    void is_closed_without_a_token(String path) {
        var reply = nobody.get(path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(reply.header("x-request-id")).isNotEmpty();
    }

    @Test
    void documents_are_open_and_say_when_there_are_none() {
        assertThat(nobody.get("/openapi.json").code()).isEqualTo("NOT_FOUND");
        assertThat(nobody.get("/asyncapi.json").code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void a_token_without_signature_is_not_believed() {
        var reply = service.withToken(new PlainJWT(claims()).serialize()).get("/v1/parcels");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("www-authenticate")).contains("invalid_token");
    }

    @Test
    void a_token_signed_with_a_shared_secret_is_not_believed() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID("test")
                .build();
        var token = new SignedJWT(header, claims());
        token.sign(new MACSigner(new byte[32]));

        assertThat(service.withToken(token.serialize()).get("/v1/parcels").status())
                .isEqualTo(401);
    }

    @Test
    void a_good_token_is_believed_only_in_the_header() {
        var good = service.issuer().token(Role.SALES_REP);

        assertThat(service.withToken(good).get("/v1/parcels").status()).isEqualTo(200);
        assertThat(nobody.get("/v1/parcels?access_token=" + good).status()).isEqualTo(401);
    }

    @Test
    void tokens_of_keys_that_nobody_has_heard_of_do_not_send_the_service_to_the_issuer_each() {
        int before = service.issuer().asked();

        for (int i = 0; i < 100; i++) {
            var reply = service.withToken(
                            service.issuer().tokenOfKey(UUID.randomUUID().toString(), Role.SALES_REP))
                    .get("/v1/parcels");
            assertThat(reply.status()).isEqualTo(401);
        }

        // One for every five seconds that this takes, and none where another test has just sent it there.
        assertThat(service.issuer().asked() - before).isLessThanOrEqualTo(4);
        assertThat(service.issuer().asked()).isPositive();
        assertThat(service.as(Role.SALES_REP).get("/v1/parcels").status()).isEqualTo(200);
    }

    @Test
    void an_expired_token_is_told_apart() {
        var reply =
                service.withToken(service.issuer().expiredToken(Role.SALES_REP)).get("/v1/parcels");

        assertThat(reply.code()).isEqualTo("TOKEN_EXPIRED");
        assertThat(reply.header("www-authenticate")).contains("invalid_token").contains("expired");
    }

    @Test
    void every_known_role_may_read_and_only_the_rows_roles_may_send() {
        for (var role : Role.values()) {
            var caller = service.as(role);
            boolean allowed = role == Role.SALES_REP || role == Role.IMPORTER;
            assertThat(caller.get("/v1/parcels").status()).isEqualTo(200);
            assertThat(caller.post("/v1/parcels", Parcels.posted()).status()).isEqualTo(allowed ? 201 : 403);
        }
    }

    @Test
    void a_row_may_ask_for_another_of_its_roles_by_what_the_command_says() {
        var parcel = service.as(Role.SALES_REP).post("/v1/parcels", Parcels.posted());
        var weigh = "/v1/parcels/" + parcel.id() + "/weigh";

        assertThat(service.as(Role.SALES_REP).post(weigh, "{\"grams\":30001}").status())
                .isEqualTo(403);
        assertThat(service.as(Role.SALES_MANAGER).post(weigh, "{\"grams\":7}").status())
                .isEqualTo(403);
        assertThat(service.as(Role.SALES_REP).post(weigh, "{\"grams\":7}").status())
                .isEqualTo(200);
        assertThat(service.as(Role.SALES_MANAGER)
                        .post(weigh, "{\"grams\":30001}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answers_tell_browsers_to_do_nothing_with_them() {
        var reply = service.as(Role.SALES_REP).get("/v1/parcels");

        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("x-frame-options")).isEqualTo("DENY");
        assertThat(reply.header("content-security-policy")).contains("default-src 'none'");
        assertThat(reply.header("cache-control")).isEqualTo("private, no-store");
        assertThat(reply.header("set-cookie")).isEmpty();
    }

    @Test
    void no_other_origin_is_let_in() {
        var alien = List.of("Access-Control-Request-Method", "POST", "Origin", "https://alien.example");
        var preflight = nobody.send("OPTIONS", "/v1/parcels", null, alien);
        var known = service.as(Role.SALES_REP).send("OPTIONS", "/v1/parcels", null, alien);
        var read = service.as(Role.SALES_REP).get("/v1/parcels", "Origin", "https://alien.example");

        assertThat(preflight.status()).isEqualTo(401);
        assertThat(List.of(preflight, known, read))
                .noneMatch(reply -> reply.headers().map().keySet().stream()
                        .anyMatch(header -> header.startsWith("access-control-allow")));
    }
}
