package io.milepost.reporting.read.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SlotTest {

    @Test
    void a_path_has_no_dots_and_any_text_can_be_a_name_in_it() {
        String name = PathName.of("TERMS.5/A B");
        assertThat(new Slot("a.b", "BLOCKED/" + name).path()).isEqualTo("BLOCKED/TERMS%2E5%2FA+B");
        assertThat(PathName.text(name)).isEqualTo("TERMS.5/A B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slot("a", "BLOCKED/TERMS.5"))
                .withMessageContaining("a dot would part a cell");
    }
}
