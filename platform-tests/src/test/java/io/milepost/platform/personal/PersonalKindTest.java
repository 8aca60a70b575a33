package io.milepost.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.PageSection;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of who reads what of a person, as it stands in docs/access.md. */
class PersonalKindTest {
    @Test
    @DisplayName("R-189: who reads personal data in clear stands in docs/access.md as it is in the code")
    void the_page_says_what_the_code_does() {
        new PageSection("access.md", "personal").verify(table());
    }

    @Test
    @DisplayName("R-189: a field is of one kind, and one that nobody has named is what the fewest roles read")
    void every_field_has_one_kind() {
        var seen = new HashSet<String>();
        for (var kind : PersonalKind.values()) {
            kind.fields().forEach(field -> assertThat(seen.add(field)).as(field).isTrue());
        }
        var unknown = PersonalKind.nearest("shoeSize");
        assertThat(PersonalKind.values())
                .allMatch(kind -> kind.readers().size() >= unknown.readers().size());
        assertThat(PersonalKind.of("shoeSize")).isEmpty();
    }

    @Test
    @DisplayName("R-189: the owner of an entity reads all of it, others what one of their roles is named for")
    void role_and_relation() {
        var sponsor = Set.of(Role.SPONSOR);
        assertThat(PersonalKind.NAME.isClearTo(sponsor, false)).isTrue();
        assertThat(PersonalKind.REACH.isClearTo(sponsor, false)).isFalse();
        assertThat(PersonalKind.REACH.isClearTo(sponsor, true)).isTrue();
        assertThat(PersonalKind.REACH.isClearTo(Set.of(Role.SPONSOR, Role.SALES_REP), false))
                .isTrue();
        for (var role : List.of(Role.ANALYST, Role.OPERATOR, Role.IMPORTER, Role.SYSTEM)) {
            assertThat(PersonalKind.values()).noneMatch(kind -> kind.isClearTo(Set.of(role), false));
        }
    }

    private static String table() {
        var kinds = List.of(PersonalKind.values());
        var text = new StringBuilder("| role | ");
        text.append(kinds.stream().map(PersonalKind::name).collect(Collectors.joining(" | ")))
                .append(" |\n")
                .append("| --- ".repeat(kinds.size() + 1))
                .append("|\n");
        for (var role : Role.values()) {
            text.append("| ").append(role).append(" |");
            kinds.forEach(kind -> text.append(kind.readers().contains(role) ? " all |" : " own |"));
            text.append("\n");
        }
        text.append("\n| kind | what | fields |\n| --- | --- | --- |\n");
        for (var kind : kinds) {
            text.append("| %s | %s | %s |\n"
                    .formatted(
                            kind,
                            kind.meaning(),
                            kind.fields().stream().sorted().collect(Collectors.joining(", "))));
        }
        return text.toString();
    }

    @Test
    void the_table_names_every_role() {
        assertThat(table())
                .contains(Arrays.stream(Role.values()).map(Role::name).toList());
    }
}
