package io.milepost.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircleTest {

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
