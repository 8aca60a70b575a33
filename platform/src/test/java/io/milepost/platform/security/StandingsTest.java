package io.milepost.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.access.Access;
import io.milepost.platform.access.Standing;
import io.milepost.platform.catalogue.Role;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token says of the person behind it. */
class StandingsTest {

    @Test
    void a_token_of_before_names_nobody_and_sees_all() {
        assertThat(standing(Map.of(), Map.of())).isEqualTo(new Standing(null, Access.ALL, Set.of()));
    }

    @Test
    void a_token_says_who_it_is_and_how_far_it_sees() {
        assertThat(standing(Map.of(), Map.of("member", "KAP", "access", "team", "may_act_for", List.of("BOB", "*"))))
                .isEqualTo(new Standing("KAP", Access.TEAM, Set.of("BOB", "*")));
        assertThat(standing(Map.of(), Map.of("access", "subtree")).access()).isEqualTo(Access.SUBTREE);
    }

    @Test
    void a_word_that_nobody_knows_gives_the_least() {
        for (Object word : List.of("everything", "ALL", 7, List.of("all"))) {
            assertThat(standing(Map.of(), Map.of("access", word)).access()).isEqualTo(Access.OWN);
        }
        assertThat(standing(Map.of(), Map.of("member", " ")).member()).isNull();
        assertThat(standing(Map.of(), Map.of("member", 7)).member()).isNull();
    }

    @Test
    void where_the_token_says_nothing_the_widest_of_its_roles_holds() {
        var narrow = Map.of(Role.SALES_REP, Access.OWN, Role.SALES_MANAGER, Access.SUBTREE);
        assertThat(standing(narrow, Map.of("roles", List.of("SALES_REP"))).access())
                .isEqualTo(Access.OWN);
        assertThat(standing(narrow, Map.of("roles", List.of("SALES_REP", "SALES_MANAGER")))
                        .access())
                .isEqualTo(Access.SUBTREE);
        assertThat(standing(narrow, Map.of("roles", List.of("SALES_REP", "ANALYST")))
                        .access())
                .isEqualTo(Access.ALL);
        assertThat(standing(narrow, Map.of("roles", List.of("NOBODY"))).access())
                .isEqualTo(Access.OWN);
    }

    @Test
    void roles_are_where_the_provider_lists_them_and_one_of_them_may_scrape_and_nothing_else() {
        assertThat(authorities("roles", Map.of("roles", List.of("SALES_REP", "METRICS", "GARDENER", 7))))
                .containsExactly("ROLE_SALES_REP", "ROLE_METRICS");
        var keycloak = Map.<String, Object>of("realm_access", Map.of("roles", List.of("QA")));
        assertThat(authorities("realm_access.roles", keycloak)).containsExactly("ROLE_QA");
        var auth0 = Map.<String, Object>of("https://milepost.example/roles", List.of("QA"));
        assertThat(authorities("https://milepost.example/roles", auth0)).containsExactly("ROLE_QA");
        for (Object odd : List.of("QA", 7, Map.of("roles", "QA"), List.of(List.of("QA")))) {
            assertThat(authorities("realm_access.roles", Map.of("realm_access", odd)))
                    .isEmpty();
        }
        assertThat(Arrays.stream(Role.values()).map(Role::name)).doesNotContain(Standings.SCRAPER);
    }

    private static List<String> authorities(String rolesClaim, Map<String, Object> claims) {
        var token = Jwt.withTokenValue("t")
                .header("alg", "none")
                .subject("erp")
                .claims(all -> all.putAll(claims))
                .build();
        return new Standings(security(rolesClaim, Map.of()))
                .authenticated(token).getAuthorities().stream()
                        .map(authority -> String.valueOf(authority.getAuthority()))
                        .toList();
    }

    private static MilepostProperties.Security security(String rolesClaim, Map<Role, Access> table) {
        return new MilepostProperties.Security(
                "issuer", null, null, "milepost", "member", rolesClaim, table, Path.of("keys"), null, Map.of(), null);
    }

    private static Standing standing(Map<Role, Access> table, Map<String, Object> claims) {
        var security = security("roles", table);
        var token = Jwt.withTokenValue("t")
                .header("alg", "none")
                .subject("erp")
                .claim("roles", List.of("SALES_REP"))
                .claims(all -> all.putAll(claims))
                .build();
        @Nullable Object details = new Standings(security).authenticated(token).getDetails();
        assertThat(details).isInstanceOf(Standing.class);
        return (Standing) details;
    }
}
