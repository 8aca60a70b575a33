package io.milepost.suite.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What is at the edge of every kind of value, or beyond it. */
final class Extremes {

    private static final int LONG_TEXT = 120_000;

    /** Of all planes, no Unicode at all, not to be seen, not to be printed, and what means something to somebody else. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\n",
            "\u00a0",
            "\u2003",
            "\u200b",
            "\ufeff",
            "\u202eabc\u202c",
            "\u2066",
            "\u0000",
            "a\u0000b",
            "\u0001",
            "\u001b[31m",
            "\u007f",
            "\u0085",
            "\u2028",
            "\ud800",
            "\udc00",
            "a\ud800b",
            "\udc00\ud800",
            "\ufffe",
            "\uffff",
            "\ufffd",
            "\ud835\udd18",
            "\udbff\udfff",
            "e\u0301",
            "\u0130",
            "\u1e9e",
            "\ufb01",
            "\u212b",
            "\u115f",
            "\ud83d\udc69\u200d\ud83d\ude80",
            "null",
            "true",
            "0",
            "-1",
            "NaN",
            "1e99999999999",
            "../../../etc/passwd",
            "%00",
            "%zz",
            "%2f",
            "' OR ''='",
            "{\"$gt\":\"\"}",
            "$where",
            "a.b",
            "${jndi:ldap://localhost/a}",
            "<script>alert(1)</script>",
            "a\r\nX-Injected: 1",
            "TX 1",
            " TX 1",
            "TX\u00a01",
            "tx 1",
            "x".repeat(200),
            "x".repeat(201),
            "x".repeat(4_001),
            "\u4e2d".repeat(1_366),
            "\ud83d\ude80".repeat(2_001),
            "e\u0301".repeat(300),
            "\u0000".repeat(3_000),
            "x".repeat(LONG_TEXT));

    private static final List<String> AMOUNTS = List.of(
            "1000000000000000.00",
            "999999999999999.99",
            "-999999999999999.99",
            "123456789012345678901234567890.00",
            "-1000000000000000.00",
            "0.00",
            "-0.00",
            "-0.01",
            "1.000",
            "12.500",
            "1",
            "1.",
            ".5",
            "+1.00",
            "1e3",
            "1E+400",
            "0x10",
            "1,000.00",
            "\u0661\u0662.\u0660\u0660",
            "01.00",
            "",
            " 1.00",
            "NaN",
            "Infinity",
            "1.00\u0000",
            "9".repeat(5_000));

    private static final List<String> CURRENCIES = List.of(
            "XXX",
            "XTS",
            "XAU",
            "DEM",
            "CLF",
            "JPY",
            "KWD",
            "UYW",
            "usd",
            "US",
            "USDT",
            "",
            "\u0000\u0000\u0000",
            "ABC");

    private static final List<String> DAYS = List.of(
            "0001-01-01",
            "0000-01-01",
            "-0001-12-31",
            "9999-12-31",
            "+10000-01-01",
            "-999999999-01-01",
            "+999999999-12-31",
            "1850-06-01",
            "1899-12-31",
            "1900-01-01",
            "2200-12-31",
            "2201-01-01",
            "0017-03-04",
            "2026-02-29",
            "2024-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "20260101",
            "2026-W01-1",
            "today",
            "",
            "2026-01-01T00:00:00Z");

    private static final List<String> TIMES = List.of(
            "-1000000000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "2999-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "1850-01-01T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2016-12-31T23:59:60Z",
            "2026-01-01T00:00:00",
            "2026-01-01",
            "2026-01-01T00:00:00+18:00",
            "2026-01-01T00:00:00+19:00",
            "2026-01-01T00:00:00.0000000001Z",
            "1767225600",
            "yesterday",
            "");

    /** As they are written in JSON. */
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1e99999999999",
            "-1e99999999999",
            "1e-99999999999",
            "1E400",
            "1e-400",
            "0.1",
            "1.0",
            "1.5",
            "0.30000000000000000000000000000000004",
            "4930123456789",
            "1e15",
            "100.001",
            "100",
            "-0.01",
            "123456789012345678901234567890",
            "9".repeat(400));

    private static final List<String> IDS = List.of(
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
            "{caf92786-6791-3c3a-af31-103d6fbe1703}",
            "caf9278667913c3aaf31103d6fbe1703",
            "CAF92786-6791-3C3A-AF31-103D6FBE1703",
            "urn:uuid:caf92786-6791-3c3a-af31-103d6fbe1703",
            " caf92786-6791-3c3a-af31-103d6fbe1703",
            "0",
            "",
            "junk",
            "\u0000",
            "caf92786-6791-3c3a-af31-103d6fbe17033");

    private Extremes() {}

    static String text(RandomGenerator random) {
        return pick(random, TEXTS);
    }

    static String amount(RandomGenerator random) {
        return pick(random, AMOUNTS);
    }

    static String currency(RandomGenerator random) {
        return pick(random, CURRENCIES);
    }

    static String day(RandomGenerator random) {
        return pick(random, DAYS);
    }

    static String time(RandomGenerator random) {
        return pick(random, TIMES);
    }

    static String number(RandomGenerator random) {
        return pick(random, NUMBERS);
    }

    static String id(RandomGenerator random) {
        return pick(random, IDS);
    }

    /** For a place where nobody knows what belongs there. */
    static String any(RandomGenerator random) {
        var kinds =
                Stream.of(TEXTS, AMOUNTS, CURRENCIES, DAYS, TIMES, NUMBERS, IDS).toList();
        return pick(random, pick(random, kinds));
    }

    private static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
