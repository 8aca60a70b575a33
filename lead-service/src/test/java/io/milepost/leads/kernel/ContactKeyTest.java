package io.milepost.leads.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-028: spellings of one contact are one key")
class ContactKeyTest {

    @AfterEach
    void as_it_is_shipped() {
        PhoneNumber.writtenIn("US");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+86 138-0013 8000",
                "0086 13800138000",
                "(86) 138.0013.8000",
                "+８６ １３８ ００１３ ８０００",
                "tel:+86-138-0013-8000",
                " +86 138 0013 8000 ext. 5"
            })
    void spellings_of_one_phone_number_are_equal(String written) {
        assertThat(ContactKey.phone(written)).isEqualTo("8613800138000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+44 (0)20 7946 0018", "0044 20 7946 0018", "+442079460018", "020 7946 0018"})
    void a_trunk_prefix_is_understood_and_the_region_of_the_deployment_too(String written) {
        PhoneNumber.writtenIn("GB");
        assertThat(ContactKey.phone(written)).isEqualTo("442079460018");
        assertThat(ContactKey.phoneAtHome(written)).isEqualTo("02079460018");
    }

    @Test
    void a_number_at_home_is_of_the_region_of_the_deployment() {
        assertThat(ContactKey.phone("(201) 555-0123")).isEqualTo("12015550123");
        assertThat(ContactKey.phoneAtHome("+1 201 555 0123")).isEqualTo("2015550123");
        assertThat(ContactKey.phoneAtHome("+44 20 7946 0018")).isNull();
        assertThat(ContactKey.phoneAtHome(null)).isNull();
        assertThatThrownBy(() -> PhoneNumber.writtenIn("Europe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Europe");
    }

    @Test
    void a_number_of_before_is_found_as_it_was_stated() {
        assertThat(ContactKey.phoneAsStated("(201) 555-0123")).isEqualTo("2015550123");
        assertThat(ContactKey.phoneAsStated("+44 (0)20 7946 0018")).isEqualTo("4402079460018");
        assertThat(ContactKey.phoneAsStated("001 201 555 0123")).as("the same").isNull();
        assertThat(ContactKey.phoneAsStated("7")).as("no number").isNull();
        assertThat(ContactKey.phoneAsStated(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+44 20 7946 0018 x12", "+44 20 7946 0018 ext. 12", "+44 20 7946 0018;ext=12"})
    void an_extension_is_a_line_of_its_own(String written) {
        assertThat(ContactKey.phone(written)).isEqualTo("442079460018x12");
    }

    @Test
    void a_line_that_colleagues_share_is_told_apart_by_the_person() {
        assertThat(ContactKey.line("020 7946 0018", "Ann"))
                .as("not a number of this region")
                .isNull();
        assertThat(ContactKey.line("+44 20 7946 0018", " ann ")).isEqualTo("442079460018 ANN");
        assertThat(ContactKey.line("+44 20 7946 0018", "Bo")).isEqualTo("442079460018 BO");
        assertThat(ContactKey.line("+44 20 7946 0018", null)).isEqualTo("442079460018 ");
        assertThat(ContactKey.line(null, "Ann")).isNull();
    }

    @Test
    void a_mobile_is_one_persons_where_the_plan_tells() {
        assertThat(ContactKey.isPersonal("+44 7400 123456")).isTrue();
        assertThat(ContactKey.isPersonal("+44 20 7946 0018")).isFalse();
        assertThat(ContactKey.isPersonal(null)).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"7", "0000000000", "n/a", " ", "+", "00", "555", "+999 123456", "12345678901234567890"})
    void what_nobody_can_call_is_no_number(String written) {
        assertThat(ContactKey.phone(written)).isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "  ",
                "not an email",
                "mailto:",
                "ann@",
                "@acme.example",
                "ann@acme",
                "ann@acme.",
                "ann@.example",
                "ann@acme..example",
                "ann bo@acme.example",
                "a@b@c.example",
                "ann@acme.example, bo@acme.example"
            })
    void what_nobody_can_write_to_is_no_address(String written) {
        assertThat(ContactKey.email(written)).isNull();
    }

    @Test
    void different_contacts_stay_different() {
        assertThat(ContactKey.phone("+86 138 0013 8000")).isNotEqualTo(ContactKey.phone("+86 138 0013 8001"));
        assertThat(ContactKey.email("an@acme.example")).isNotEqualTo(ContactKey.email("ann@acme.example"));
    }

    @Test
    void case_and_blanks_of_an_email_do_not_count() {
        assertThat(ContactKey.email(" Ann@ACME.example\n")).isEqualTo("ann@acme.example");
        assertThat(ContactKey.email("\u200bＡnn@acme.example\u00a0")).isEqualTo("ann@acme.example");
        assertThat(ContactKey.email("mailto:Ann.Bo+x@mail.acme.example")).isEqualTo("ann.bo+x@mail.acme.example");
    }

    @Test
    void an_address_of_any_length_is_read() {
        var written = "ann@acme" + ".example".repeat(12_000);
        assertThat(ContactKey.email(written)).isEqualTo(written);
        assertThat(ContactKey.email(written + "@")).isNull();
    }

    @Test
    void a_company_number_is_its_letters_and_digits() {
        assertThat(ContactKey.companyNumber("hrb 12-345/b")).isEqualTo("HRB12345B");
        assertThat(ContactKey.companyNumber("ＨＲＢ １２ ３４５Ｂ")).isEqualTo("HRB12345B");
        assertThat(ContactKey.companyNumber("--")).isNull();
        assertThat(ContactKey.companyNumber(null)).isNull();
    }

    @ParameterizedTest
    @DisplayName("R-028: spellings of one identity number are one")
    @CsvSource({
        "110101 19900307 123x, 11010119900307123X",
        "p-1234567, P1234567",
        "AB.12.34, AB1234",
    })
    void one_identity(String written, String key) {
        assertThat(ContactKey.identity(written)).isEqualTo(key);
    }

    @ParameterizedTest
    @DisplayName("R-028: what is no identity number is none")
    @NullAndEmptySource
    @ValueSource(strings = {" ", "-", "n/a", "unknown", "none given, sorry", "1234", "00000000", "x", "????????"})
    void no_identity(@Nullable String written) {
        assertThat(ContactKey.identity(written)).isNull();
    }
}
