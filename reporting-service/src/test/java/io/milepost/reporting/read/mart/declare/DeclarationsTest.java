package io.milepost.reporting.read.mart.declare;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Reference.reference;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationsTest {
    private static final Reference<Cat> HOMES =
            reference("home", "Home|住处", new Fur(), _ -> List.of()).attribute("street", "Street|街道");
    private static final Dataset<Cat, Cat> CATS = dataset("cat", "Cats|猫", new Fur())
            .dim("keeper", "Keeper|主人", Kind.MEMBER, Cat::keeper)
            .via(HOMES)
            .dim("fur", "Fur|毛色", Kind.TEXT, Cat::fur)
            .money("price", "Price|价格", Cat::price);
    private static final Measures<Cat> FIGURES = CATS.measures()
            .stock("asleep", "Asleep|睡着", count(Cat::asleep))
            .stock("worth", "Worth|价值", money(Cat::price).when(Cat::asleep))
            .flow("born", "Born|出生", count(Cat::asleep).on(Cat::day))
            .flow("died", "Died|死亡", count(Cat::asleep).on(Cat::day))
            .ratio("growth", "Growth|增长", "born", List.of("born", "died"));

    private static final Measures<Cat> COUNTED = FIGURES.opening("before", "Asleep before|期初睡着", "asleep")
            .distinct("seen", "Seen|看见", Cat::day)
            .ratio("rate", "Rate|比率", "seen", List.of("seen"))
            .span("nap", "Nap|小睡", Cat::day, Cat::day, Measure.Statistic.MAX)
            .age("age", "Age|年龄", Cat::day, Measure.Statistic.AVERAGE);

    record Cat(
            String keeper,
            String fur,
            boolean asleep,
            @Nullable Money price,
            LocalDate day) {}

    /** Of which nothing is asked here. */
    record Fur() implements Fold<Cat> {
        @Override
        public String source() {
            return "cats";
        }

        @Override
        public Class<Cat> view() {
            return Cat.class;
        }

        @Override
        public Set<String> types() {
            return Set.of();
        }

        @Override
        public Cat apply(@Nullable Cat before, Inbound event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LocalDate day(Cat view) {
            return view.day();
        }
    }

    @Test
    @DisplayName("sums are kept for what reports are told apart by, under the dimension that a lookup hangs on")
    void keeps_what_reports_ask_for() {
        var declared = declared(
                report("sleepers", "Sleepers|睡者").of(FIGURES, "worth").by("street"),
                report("keepers", "Keepers|主人").of(FIGURES, "asleep").by("keeper"),
                report("births", "Births|出生")
                        .of(FIGURES, "growth")
                        .by("fur", "street")
                        .over(Report.Default.THIS_YEAR));

        var rollups = declared.rollups(FIGURES);

        assertThat(rollups).hasSize(2);
        assertThat(rollups.getFirst().dimensions()).extracting(Dimension::name).containsExactly("keeper");
        assertThat(rollups.getFirst().stocks()).extracting(Measure::name).containsExactly("asleep", "worth");
        assertThat(rollups.getFirst().flows()).isEmpty();
        assertThat(rollups.getLast().dimensions()).extracting(Dimension::name).containsExactly("keeper", "fur");
        assertThat(rollups.getLast().flows()).extracting(Measure::name).containsExactly("born", "died");
        assertThat(declared.references()).containsExactly(HOMES);
        assertThat(declared.sources()).containsExactly("cats");
    }

    @Test
    @DisplayName("what is read from rows keeps no sums, and a stock at the start of a period keeps those of the stock")
    void keeps_no_more() {
        var reports = List.of(
                report("seen", "Seen|看见")
                        .of(COUNTED, "seen", "nap", "age", "before")
                        .by("fur")
                        .over(Report.Default.THIS_YEAR),
                report("by-keeper", "By keeper|按主人")
                        .of(COUNTED, "worth", "age")
                        .by("keeper")
                        .ofRows());

        var rollups = new Declarations(List.of(COUNTED), reports).rollups(COUNTED);

        assertThat(rollups)
                .singleElement()
                .satisfies(rollup ->
                        assertThat(rollup.stocks()).extracting(Measure::name).containsExactly("asleep"));
    }

    @Test
    @DisplayName("of two places that begin on one day the one said last counts, whatever the order of the days")
    void takes_the_last_word() {
        var first = new Reference.Span("A", LocalDate.of(2017, 3, 1), List.of("here"));
        var later = new Reference.Span("A", LocalDate.of(2017, 1, 1), List.of("before"));
        var again = new Reference.Span("A", LocalDate.of(2017, 3, 1), List.of("there"));
        var said = reference("home", "Home|住处", new Fur(), _ -> List.of(first, later, again));

        assertThat(said.of(new Cat("A", "red", true, null, LocalDate.MIN))).containsExactly(later, again);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @DisplayName("a wrong declaration fails at the start and says what is wrong")
    void fails_at_the_start(String message, Executable declaration) {
        assertThatThrownBy(declaration::execute)
                .isInstanceOf(WrongDeclarationException.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("is not \"English|中文\"", () -> CATS.dim("x", "English only", Kind.TEXT, Cat::fur)),
                fault(
                        "'Fur' is no name",
                        () -> declared(
                                CATS.dim("Fur", "Fur|毛", Kind.TEXT, Cat::fur).measures())),
                fault(
                        "the name fur is taken",
                        () -> declared(
                                CATS.dim("fur", "Fur|毛", Kind.TEXT, Cat::fur).measures())),
                fault(
                        "the name month is taken",
                        () -> declared(
                                CATS.dim("month", "M|月", Kind.TEXT, Cat::fur).measures())),
                fault(
                        "via follows a dimension",
                        () -> dataset("dog", "Dogs|狗", new Fur()).via(HOMES)),
                fault("the name street is taken", () -> declared(FIGURES.stock("street", "S|街", count(Cat::asleep)))),
                fault("the name born_on is taken", () -> declared(FIGURES.stock("born_on", "B|生", count(Cat::asleep)))),
                fault(
                        "leave out on(..)",
                        () -> declared(
                                FIGURES.stock("x", "X|X", count(Cat::asleep).on(Cat::day)))),
                fault("say on(..)", () -> declared(FIGURES.flow("x", "X|X", count(Cat::asleep)))),
                fault("dogs is no sum", () -> declared(FIGURES.ratio("x", "X|X", "born", List.of("dogs")))),
                fault("growth is no sum", () -> declared(FIGURES.ratio("x", "X|X", "growth", List.of("born")))),
                fault("it mixes", () -> declared(FIGURES.ratio("x", "X|X", "born", List.of("asleep")))),
                fault("it mixes", () -> declared(FIGURES.ratio("x", "X|X", "asleep", List.of("worth")))),
                fault("say which statistic", () -> declared(FIGURES.age("x", "X|X", Cat::day))),
                fault("born is no stock", () -> declared(FIGURES.opening("x", "X|X", "born"))),
                fault("it mixes", () -> declared(COUNTED.ratio("x", "X|X", "seen", List.of("born")))),
                fault("seen is no sum", () -> declared(COUNTED.net("x", "X|X", "seen", "born"))),
                fault(
                        "the name nap_until is taken",
                        () -> declared(COUNTED.stock("nap_until", "N|N", count(Cat::asleep)))),
                fault("the name seen_on is taken", () -> declared(COUNTED.stock("seen_on", "S|S", count(Cat::asleep)))),
                fault("seen is a flow", () -> overDay("seen")),
                fault("nap is a flow", () -> overDay("nap")),
                fault("before is a flow", () -> overDay("before")),
                fault("rate is a flow", () -> overDay("rate")),
                fault("no measure barks", () -> declared(report("x", "X|X").of(FIGURES, "barks"))),
                fault("it has no measure", () -> declared(report("x", "X|X").of(FIGURES))),
                fault(
                        "cannot be told apart by size",
                        () -> declared(report("x", "X|X").of(FIGURES, "worth").by("size"))),
                fault("born is a flow", () -> declared(report("x", "X|X").of(FIGURES, "born"))),
                fault(
                        "its chart draws asleep",
                        () -> declared(report("x", "X|X").of(FIGURES, "worth").chart(Report.Form.BARS, "asleep"))),
                fault(
                        "asks for size",
                        () -> declared(report("x", "X|X").of(FIGURES, "worth").where("size eq 1"))),
                fault(
                        "does not read",
                        () -> declared(report("x", "X|X").of(FIGURES, "worth").where("fur is red"))),
                fault(
                        "report x is declared twice",
                        () -> declared(
                                report("x", "X|X").of(FIGURES, "worth"),
                                report("x", "X|X").of(FIGURES, "asleep"))),
                fault(
                        "two of its figures are named worth",
                        () -> declared(report("x", "X|X").of(FIGURES, "worth").beside(FIGURES, null, "worth"))),
                fault(
                        "both is of sums that it shows",
                        () -> declared(report("x", "X|X")
                                .of(FIGURES, "worth")
                                .share("both", "B|B", List.of("asleep"), List.of("worth")))),
                fault(
                        "worth is taken, or of nothing",
                        () -> declared(
                                report("x", "X|X").of(FIGURES, "worth").total("worth", "W|W", List.of("worth")))),
                fault("dataset cat is declared twice", () -> declared(FIGURES, CATS.measures())),
                fault(
                        "not among those declared",
                        () -> new Declarations(
                                List.of(CATS.measures()),
                                List.of(report("x", "X|X").of(FIGURES, "worth")))));
    }

    private static Arguments fault(String message, Executable declaration) {
        return Arguments.of(message, declaration);
    }

    private static Declarations overDay(String measure) {
        return new Declarations(List.of(COUNTED), List.of(report("x", "X|X").of(COUNTED, measure)));
    }

    private static Declarations declared(Report... reports) {
        return new Declarations(List.of(FIGURES), List.of(reports));
    }

    private static Declarations declared(Measures<?>... measures) {
        return new Declarations(List.of(measures), List.of());
    }
}
