package io.milepost.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.value.Codes;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircleTest {
    /** BOB is in the north and reports to KAP at head office; EVE is in the south. */
    private static final Directory NORTH = new Directory() {
        @Override
        public Optional<String> team(String member) {
            return switch (Codes.canonical(member)) {
                case "BOB" -> Optional.of("North");
                case "EVE" -> Optional.of("South");
                default -> Optional.of("Head office");
            };
        }

        @Override
        public Optional<String> manager(String member) {
            return Codes.same(member, "BOB") ? Optional.of("KAP") : Optional.empty();
        }

        @Override
        public Set<String> teamOf(String member) {
            return Set.of(member);
        }

        @Override
        public Set<String> inTeam(String team) {
            return Codes.same(team, "north") ? Set.of("BOB") : Set.of();
        }

        @Override
        public Set<String> reportsOf(String member) {
            return Codes.same(member, "KAP") ? Set.of("BOB") : Set.of();
        }
    };

    @Test
    void who_sees_a_members_entities_knows_of_what_is_told_about_them() {
        var sight = Sight.of(Set.of("kap"));
        assertThat(sight.sees("KAP")).isTrue();
        assertThat(sight.sees(Circle.ownerAndManager("Kap"))).isTrue();
        assertThat(sight.sees(Circle.manager("kap"))).isTrue();
        assertThat(sight.sees(Circle.manager("lee"))).isFalse();
        assertThat(sight.sees(Circle.OPERATORS)).isFalse();
        assertThat(sight.and(Set.of(Circle.OPERATORS)).sees(Circle.OPERATORS)).isTrue();
    }

    @Test
    @DisplayName("R-035: what a team has is told to the team and to those to whom somebody in it reports, today")
    void what_a_team_has_is_told_to_the_team_and_its_managers() {
        var both = Circle.told(null, " north", true, true, false);
        var team = Circle.told(null, "North", true, false, false);
        var managers = Circle.told(null, "NORTH", false, true, false);
        assertThat(Circle.meantFor("bob", NORTH)).contains(both, team).doesNotContain(managers);
        assertThat(Circle.meantFor("kap", NORTH)).contains(both, managers).doesNotContain(team);
        assertThat(Circle.meantFor("eve", NORTH)).doesNotContain(both, team, managers);
        assertThat(Circle.ofTeams(Set.of("BOB"), NORTH)).containsExactlyInAnyOrder(both, team, managers);
        assertThat(Circle.ofTeams(Set.of("EVE"), NORTH)).doesNotContain(both);
        assertThat(Circle.told("eve", "north", true, true, false))
                .as("an owner comes before the team")
                .isEqualTo(Circle.ownerAndManager("eve"));
        assertThat(Circle.told(null, "north", true, true, true)).isEqualTo(Circle.OPERATORS);
    }

    @ParameterizedTest
    @DisplayName("R-189: a member whose code is spelled like a circle is a member and no circle")
    @ValueSource(strings = {"role/operator", "ROLE/OPERATOR", "owner and manager/KAP", "manager/kap"})
    void no_code_is_taken_for_a_circle(String code) {
        var sight = Sight.of(Set.of(code));
        assertThat(sight.sees(code)).isTrue();
        assertThat(sight.sees(Circle.OPERATORS)).isFalse();
        assertThat(sight.sees(Circle.ownerAndManager("kap"))).isFalse();
        assertThat(sight.sees(Circle.manager("kap"))).isFalse();
        assertThat(Sight.of(Set.of("kap")).sees(code)).isFalse();
    }
}
