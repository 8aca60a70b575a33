package io.milepost.leads.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-028: spellings of one contact are one key")
class ContactKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"+86 138-0013 8000", "0086 13800138000", "(86) 138.0013.8000", "+８６ １３８ ００１３ ８０００"})
    void spellings_of_one_phone_number_are_equal(String written) {
        assertThat(ContactKey.phone(written)).isEqualTo("8613800138000");
    }

    @Test
    void different_numbers_stay_different() {
        assertThat(ContactKey.phone("138 0013 8000")).isNotEqualTo(ContactKey.phone("138 0013 8001"));
        assertThat(ContactKey.email("an@acme.example")).isNotEqualTo(ContactKey.email("ann@acme.example"));
    }

    @Test
    void case_and_blanks_of_an_email_do_not_count() {
        assertThat(ContactKey.email(" Ann@ACME.example\n")).isEqualTo("ann@acme.example");
        assertThat(ContactKey.email("\u200bＡnn@acme.example\u00a0")).isEqualTo("ann@acme.example");
    }

    @Test
    void a_company_number_is_its_letters_and_digits() {
        assertThat(ContactKey.companyNumber("hrb 12-345/b")).isEqualTo("HRB12345B");
        assertThat(ContactKey.companyNumber("ＨＲＢ １２ ３４５Ｂ")).isEqualTo("HRB12345B");
    }

    @Test
    void nothing_left_is_no_key() {
        assertThat(ContactKey.phone("n/a")).isNull();
        assertThat(ContactKey.phone(null)).isNull();
        assertThat(ContactKey.email("  ")).isNull();
        assertThat(ContactKey.companyNumber("--")).isNull();
    }
}
