package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.access.Access;
import io.milepost.platform.access.Circle;
import io.milepost.platform.access.Directory;
import io.milepost.platform.access.Sight;
import io.milepost.platform.access.Standing;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.reactive.function.server.MockServerRequest;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who asks, for whom, and whose entities it may know of. */
class CallersTest {
    private static final Directory DIRECTORY = new Directory() {
        @Override
        public Optional<String> team(String member) {
            return Optional.of("north");
        }

        @Override
        public Optional<String> manager(String member) {
            return Optional.empty();
        }

        @Override
        public Set<String> teamOf(String member) {
            return Set.of("KAP", "PEER");
        }

        @Override
        public Set<String> inTeam(String team) {
            return Set.of();
        }

        @Override
        public Set<String> reportsOf(String member) {
            return Set.of("DEEP");
        }
    };

    @Test
    void a_client_in_its_own_name_is_a_service_account() {
        assertThat(caller(Map.of("sub", "importer", "client_id", "importer")).authType())
                .isEqualTo(Metadata.SERVICE_ACCOUNT);
        assertThat(caller(Map.of("sub", "importer", "azp", "importer")).authType())
                .isEqualTo(Metadata.SERVICE_ACCOUNT);
    }

    @Test
    void somebody_who_uses_a_client_is_a_person() {
        assertThat(caller(Map.of("sub", "0f1c", "client_id", "portal"))).satisfies(person -> {
            assertThat(person.authType()).isEqualTo(Metadata.APP_USER);
            assertThat(person.subject()).isEqualTo("0f1c");
            assertThat(person.is(Role.SALES_REP)).isTrue();
        });
        assertThat(caller(Map.of("sub", "0f1c")).authType()).isEqualTo(Metadata.APP_USER);
    }

    @Test
    void a_member_sees_as_far_as_its_access_goes() {
        assertThat(owners(standing("kap", Access.OWN))).isEqualTo(sight("KAP").owners());
        assertThat(owners(standing("kap", Access.TEAM)))
                .isEqualTo(sight("KAP", "PEER")
                        .and(Circle.ofTeams(Set.of("KAP"), DIRECTORY))
                        .owners());
        assertThat(owners(standing("kap", Access.SUBTREE)))
                .isEqualTo(sight("KAP", "PEER", "DEEP")
                        .and(Circle.ofTeams(Set.of("KAP"), DIRECTORY))
                        .owners());
        assertThat(owners(standing("kap", Access.ALL))).isNull();
        assertThat(owners(standing(null, Access.SUBTREE)))
                .as("nobody in particular sees what nobody owns")
                .isEqualTo(Sight.of(Set.of()).owners());
    }

    private static @Nullable Set<String> owners(Standing standing) {
        return of(standing).sight().owners();
    }

    /** With what is told to the member's team. */
    private static Sight sight(String... codes) {
        return Sight.of(Set.of(codes)).and(Circle.meantFor("kap", DIRECTORY));
    }

    @Test
    void a_sight_goes_by_any_spelling_of_a_code() {
        var sight = Sight.of(Set.of(" kap"));
        assertThat(sight.sees("KAP")).isTrue();
        assertThat(sight.sees(null)).isTrue();
        assertThat(sight.sees("bob")).isFalse();
        assertThat(Sight.ALL.sees("bob")).isTrue();
    }

    @Test
    @DisplayName("R-187: what is closed opens for whom it names, by member or role, whatever the access")
    void what_is_closed_opens_by_its_own_keys() {
        for (var access : Access.values()) {
            var sight = of(standing("kap", access)).sight();
            for (var keeper : List.of("KAP", Circle.role("SALES_REP"))) {
                assertThat(sight.sees("far", Set.of(keeper, "BOB"))).as(keeper).isTrue();
            }
            for (var keeper : List.of("BOB", "ERP", "SALES_REP", Circle.role("QA"))) {
                assertThat(sight.sees("kap", Set.of(keeper))).as(keeper).isFalse();
            }
            assertThat(sight.sees("kap", null)).isTrue();
        }
        assertThat(of(standing(null, Access.OWN)).sight().sees(null, Set.of("ERP")))
                .isTrue();
        assertThat(Sight.ALL.sees(null, Set.of("BOB"))).as("the service itself").isTrue();
    }

    @Test
    void duties_bind_who_is_a_member_and_no_import() {
        assertThat(of(standing("kap", Access.ALL)).who()).isEqualTo(new Who("erp", "kap", true, Set.of("SALES_REP")));
        assertThat(caller(Map.of("sub", "erp"), null, standing("kap", Access.ALL), "IMPORTER")
                        .who()
                        .bound())
                .isFalse();
    }

    @Test
    void only_a_system_acts_for_those_whom_its_token_lists() {
        for (var list : List.of(Set.of("BOB"), Set.of("team:north"), Set.of("*"))) {
            var system = new Standing(null, Access.OWN, list);
            assertThat(caller(Map.of("sub", "erp"), "bob", system, "SALES_REP", "SYSTEM"))
                    .satisfies(acting -> {
                        assertThat(acting.member()).isEqualTo("bob");
                        assertThat(acting.subject()).isEqualTo("erp");
                        assertThat(acting.sight().owners())
                                .isEqualTo(Sight.of(Set.of("bob"))
                                        .and(Circle.meantFor("bob", DIRECTORY))
                                        .owners());
                    });
            assertRefused("bob", system, "SALES_REP");
        }
        for (var list : List.of(Set.<String>of(), Set.of("KAP"), Set.of("team:south"), Set.of("north"))) {
            assertRefused("bob", new Standing("bob", Access.OWN, list), "SALES_REP", "SYSTEM");
        }
        var all = new Standing(null, Access.ALL, Set.of("*"));
        assertRefused(" ", all, "SYSTEM");
        assertRefused("b".repeat(201), all, "SYSTEM");
    }

    private static void assertRefused(String member, Standing standing, String... roles) {
        assertThatThrownBy(() -> caller(Map.of("sub", "erp"), member, standing, roles))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("MAY_NOT_ACT_FOR"));
    }

    private static Standing standing(@Nullable String member, Access access) {
        return new Standing(member, access, Set.of());
    }

    private static Caller of(Standing standing) {
        return caller(Map.of("sub", "erp"), null, standing, "SALES_REP");
    }

    private static Caller caller(Map<String, Object> claims) {
        return caller(claims, null, standing(null, Access.ALL), "SALES_REP");
    }

    private static Caller caller(
            Map<String, Object> claims, @Nullable String onBehalfOf, Standing standing, String... roles) {
        var token = Jwt.withTokenValue("t")
                .header("alg", "none")
                .claims(all -> all.putAll(claims))
                .build();
        var authentication = new JwtAuthenticationToken(
                token,
                Stream.of(roles)
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
        authentication.setDetails(standing);
        var request = MockServerRequest.builder().principal(authentication);
        if (onBehalfOf != null) {
            request.header(Callers.ON_BEHALF_OF, onBehalfOf);
        }
        return Objects.requireNonNull(
                new Callers(DIRECTORY).caller(request.build()).block());
    }
}
