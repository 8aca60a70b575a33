package io.milepost.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdTest {

    @Test
    void is_a_version_5_uuid_as_the_standard_computes_it() {
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        // The example of RFC 9562, appendix A.4.
        assertThat(NameBasedId.of(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void never_changes_because_imported_data_depends_on_it() {
        assertThat(NameBasedId.of("accounts", "account", "Northwind"))
                .isEqualTo(UUID.fromString("3458edd3-41af-52a9-bfe2-b59418e5996c"));
    }

    @Test
    void differs_by_every_word() {
        assertThat(NameBasedId.of("sales_pipeline", "identify", "D1"))
                .isNotEqualTo(NameBasedId.of("sales_pipeline", "qualify", "D1"))
                .isNotEqualTo(NameBasedId.of("sales_pipeline", "identify", "D2"))
                .isEqualTo(NameBasedId.of("sales_pipeline", "identify", "D1"));
    }
}
