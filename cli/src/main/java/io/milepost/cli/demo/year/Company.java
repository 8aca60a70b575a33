package io.milepost.cli.demo.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The company whose year is played, by its seed and size: what is drawn for one of its leads or deals does not hang on any other.
 *
 * @param scale of its full size
 */
record Company(long seed, BigDecimal scale, int year) {
    private static final int PEOPLE = 60;
    private static final int LEADS = 5_000;
    private static final int DEALS = 900;
    private static final int CONTRACTS = 300;
    private static final int ACCOUNTS = 600;
    private static final int UNITS = 150;
    private static final List<String> FIRST = List.of(
            "Ada", "Bela", "Cleo", "Dana", "Edo", "Finn", "Gil", "Hana", "Ida", "Jon", "Kim", "Lea", "Max", "Nia");
    private static final List<String> LAST =
            List.of("Amber", "Birch", "Crane", "Dale", "Elm", "Ford", "Grove", "Heath", "Isle", "Jay", "Kerr", "Lake");
    private static final List<String> REGIONS = List.of("Coast", "Inland", "Hills");
    static final List<String> PRODUCTS = List.of("Crane", "Winch", "Barge", "Service", "Flat");
    static final List<String> SEGMENTS = List.of("PORTS", "YARDS", "CITIES");

    /** A business unit, which sells by a process of its own. */
    enum Unit {
        CRANES("PROJECT", 5),
        SERVICES("PROJECT", 4),
        HOMES("UNIT", 3);

        private final String mode;
        private final int stages;

        Unit(String mode, int stages) {
            this.mode = mode;
            this.stages = stages;
        }

        String mode() {
            return mode;
        }

        /** The last one succeeds by the signature. */
        int stages() {
            return stages;
        }
    }

    /** What makes all names of this company its own. */
    String mark() {
        return "Y%d-%s-%d".formatted(seed, scale.stripTrailingZeros().toPlainString(), year);
    }

    int people() {
        return Math.max(6, share(PEOPLE));
    }

    int leads() {
        return Math.max(16, share(LEADS));
    }

    int deals() {
        return Math.max(16, share(DEALS));
    }

    int contracts() {
        return Math.max(6, share(CONTRACTS));
    }

    int accounts() {
        return Math.max(5, share(ACCOUNTS));
    }

    int flats() {
        return Math.max(8, share(UNITS));
    }

    private int share(int of) {
        return scale.multiply(BigDecimal.valueOf(of)).intValue();
    }

    UUID id(String kind, Object which) {
        return Story.id(mark(), kind, which);
    }

    Story story(String name) {
        return new Story(mark(), name);
    }

    Random draws(String kind, int which) {
        return new Random(seed * 31 + (kind + "/" + which).hashCode());
    }

    LocalDate first() {
        return LocalDate.of(year, 1, 1);
    }

    LocalDate last() {
        return LocalDate.of(year, 12, 31);
    }

    /** One of so many kinds: each once in turn, so that the smallest company sees all of them, and then as it is drawn. */
    static int kind(Random draws, int number, int of) {
        int drawn = draws.nextInt(of);
        return number < of ? number : drawn;
    }

    /** A day of the year, this far into it at least. */
    LocalDate day(Random draws, int from, int to) {
        return first().plusDays(from + draws.nextInt(to - from));
    }

    String member(int number) {
        return "%s %s %s"
                .formatted(
                        FIRST.get(number % FIRST.size()),
                        LAST.get(number / FIRST.size() % LAST.size() + number % 2),
                        mark());
    }

    /** One of the first half. */
    String anyMember(Random draws) {
        return member(draws.nextInt(people() / 2));
    }

    /** Members of the second half, who take over from the others. */
    List<String> others(Random draws) {
        return shuffled(
                draws,
                IntStream.range(people() / 2, people()).mapToObj(this::member).toList());
    }

    static <T> List<T> shuffled(Random draws, List<T> of) {
        var mixed = new ArrayList<>(of);
        Collections.shuffle(mixed, draws);
        return mixed;
    }

    String team(int number) {
        return "Team %d %s".formatted(number % Math.max(2, people() / 6), mark());
    }

    String region(int number) {
        return "%s %s".formatted(REGIONS.get(number % REGIONS.size()), mark());
    }

    String process(Unit unit) {
        return "%s %s".formatted(unit.name(), mark()).toUpperCase(java.util.Locale.ROOT);
    }

    String segment(String name) {
        return name + " " + mark();
    }

    UUID account(int number) {
        return id("account", number);
    }

    String campaign(Random draws) {
        return "C%d-%s".formatted(draws.nextInt(4), mark());
    }

    /** More often than not the first of them. */
    static <T> T mostly(Random draws, T first, List<T> others) {
        return draws.nextInt(3) > 0 ? first : others.get(draws.nextInt(others.size()));
    }

    static <T> T any(Random draws, List<T> of) {
        return of.get(draws.nextInt(of.size()));
    }

    static Map<String, String> money(BigDecimal amount, String currency) {
        return Map.of("amount", amount.setScale(2).toPlainString(), "currency", currency);
    }

    /** From 1,000 to 400,000, to the cent. */
    static BigDecimal amount(Random draws) {
        return BigDecimal.valueOf(100_000L + draws.nextInt(39_900_000), 2);
    }

    static String currency(Random draws) {
        return mostly(draws, "EUR", List.of("USD"));
    }

    static @Nullable String sometimes(Random draws, String what) {
        return draws.nextInt(3) == 0 ? null : what;
    }

    List<Integer> numbers(int many) {
        return IntStream.range(0, many).boxed().toList();
    }
}
