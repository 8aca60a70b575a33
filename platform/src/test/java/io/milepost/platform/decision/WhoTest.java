package io.milepost.platform.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who somebody is, and whether a duty lets one act. */
class WhoTest {
    private static final Who MEMBER = new Who("user-7", "KAP", true);
    private static final Who SYSTEM = new Who("erp", null, true);
    private static final Who IMPORT = new Who("importer", "KAP", false);

    @Test
    void is_the_same_by_member_or_by_token_in_any_spelling() {
        assertThat(MEMBER.is(" kap")).isTrue();
        assertThat(MEMBER.is("User-7")).isTrue();
        assertThat(MEMBER.is("bob")).isFalse();
        assertThat(SYSTEM.is("erp")).isTrue();
        assertThat(IMPORT.is("KAP")).as("an import repeats what others did").isFalse();
    }

    @Test
    void is_the_same_member_only_where_both_are_known() {
        assertThat(MEMBER.isMember("kap")).isTrue();
        assertThat(MEMBER.isMember("user-7")).isFalse();
        assertThat(MEMBER.isMember(null)).isFalse();
        assertThat(SYSTEM.isMember("erp")).isFalse();
    }

    @Test
    void a_duty_binds_members_while_somebody_has_it() {
        assertThat(MEMBER.mayActFor(Set.of("kap", "bob"))).isTrue();
        assertThat(MEMBER.mayActFor(Set.of("bob"))).isFalse();
        assertThat(MEMBER.mayActFor(Set.of())).isTrue();
        assertThat(SYSTEM.mayActFor(Set.of("bob"))).isTrue();
        assertThat(IMPORT.mayActFor(Set.of("bob"))).isTrue();
    }

    @Test
    void has_the_roles_of_its_token_and_an_import_any() {
        var lawyer = new Who("user-7", "KAP", true, Set.of("LEGAL"));
        assertThat(lawyer.hasAny(Set.of("LEGAL", "FINANCE"))).isTrue();
        assertThat(lawyer.hasAny(Set.of("FINANCE"))).isFalse();
        assertThat(MEMBER.hasAny(Set.of("FINANCE"))).isFalse();
        assertThat(IMPORT.hasAny(Set.of("FINANCE"))).isTrue();
    }
}
