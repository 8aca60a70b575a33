package io.milepost.reporting.read.mart.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Kind;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for all that the service declares. */
class DeclaredTest {

    @Test
    @DisplayName("R-189: rows that belong to a member are narrowed to who may know of them, in every dataset")
    void rows_of_members_are_narrowed() {
        var datasets = Declared.in(ZoneOffset.UTC).measures().stream()
                .map(measures -> measures.dataset())
                .filter(dataset -> dataset.dimensions().stream().anyMatch(one -> one.kind() == Kind.MEMBER))
                .toList();
        assertThat(datasets)
                .hasSizeGreaterThan(5)
                .allSatisfy(dataset ->
                        assertThat(dataset.access()).as(dataset.name()).isEqualTo(Access.OWN_TEAM_OR_ALL));
    }
}
