package io.milepost.reporting.read.mart.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.reporting.read.mart.filter.Filter.And;
import io.milepost.reporting.read.mart.filter.Filter.Compare;
import io.milepost.reporting.read.mart.filter.Filter.Form;
import io.milepost.reporting.read.mart.filter.Filter.In;
import io.milepost.reporting.read.mart.filter.Filter.IsNull;
import io.milepost.reporting.read.mart.filter.Filter.Literal;
import io.milepost.reporting.read.mart.filter.Filter.Not;
import io.milepost.reporting.read.mart.filter.Filter.Operator;
import io.milepost.reporting.read.mart.filter.Filter.Or;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

    @Test
    @DisplayName("and binds closer than or, brackets bind closest, a quote is doubled")
    void reads_what_is_written() {
        assertThat(Filter.parse("a eq 'O''Brien' or b gt 2 and not (c in (1, 2) or startswith(d, 'x'))"))
                .isEqualTo(new Or(List.of(
                        new Compare("a", Operator.eq, new Literal(Form.TEXT, "O'Brien")),
                        new And(List.of(
                                new Compare("b", Operator.gt, new Literal(Form.NUMBER, "2")),
                                new Not(new Or(List.of(
                                        new In(
                                                "c",
                                                List.of(new Literal(Form.NUMBER, "1"), new Literal(Form.NUMBER, "2"))),
                                        new Compare("d", Operator.startswith, new Literal(Form.TEXT, "x"))))))))));
        assertThat(Filter.parse("day ge 2017-02-28 and gone eq null and open ne null and ok eq true")
                        .columns())
                .containsExactly("day", "gone", "open", "ok");
        assertThat(Filter.parse("x ne null")).isEqualTo(new Not(new IsNull("x")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a eq 'x | character 6",
                "a is 'x' | is is no operator; there are eq, ne, gt, ge, lt, le, contains, startswith, in",
                "a eq | it ends where there should be a value",
                "a eq x | texts stand in '..'",
                "a gt null | null is asked for with eq or ne",
                "a eq 'x' b eq 'y' | at character 10, instead of b, there should be and, or, or the end",
                "(a eq 'x' | it ends where there should be )",
                "a in () | there should be a value",
                "contains(a, 3) | take a text",
                "a eq 2017-02-30 | 2017-02-30 is no day",
                "a eq 'x'; drop table position | character 9",
                "'a' eq 'a' | there should be a column"
            })
    @DisplayName("what does not read says where, and what would")
    void says_what_is_wrong(String filter, String message) {
        assertThatThrownBy(() -> Filter.parse(filter))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining(message);
    }

    @Test
    @DisplayName("a filter is as deep, as long and of as many conditions as the limit, and not one more")
    void keeps_its_limits() {
        String deepest = "not ".repeat(Filter.DEEPEST - 1) + "a eq 1";
        assertThat(Filter.parse(deepest)).isInstanceOf(Not.class);
        assertThatThrownBy(() -> Filter.parse("not " + deepest)).hasMessageContaining("deep");
        assertThatThrownBy(() -> Filter.parse("(".repeat(900) + "a eq 1" + ")".repeat(900)))
                .hasMessageContaining("deep");
        String most = "a eq 1" + " or a eq 1".repeat(Filter.MOST_TERMS - 1);
        assertThat(Filter.parse(most)).isInstanceOf(Or.class);
        assertThatThrownBy(() -> Filter.parse(most + " or a eq 1")).hasMessageContaining("50 conditions");
        assertThatThrownBy(() -> Filter.parse("a eq '" + "x".repeat(Filter.LONGEST) + "'"))
                .hasMessageContaining("2000");
    }
}
