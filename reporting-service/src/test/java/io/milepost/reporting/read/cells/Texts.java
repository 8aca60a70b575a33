package io.milepost.reporting.read.cells;

import java.util.List;
import java.util.stream.Stream;

/** Texts that a key is easily spoilt by. */
public final class Texts {
    private Texts() {}

    /** All different, each of whole characters. */
    public static List<String> all() {
        return Stream.concat(
                        Stream.of(
                                "",
                                " ",
                                "  ",
                                ".",
                                "..",
                                "a.b",
                                "$",
                                "$inc",
                                "a$b",
                                "/",
                                "a/b",
                                "|",
                                "a|b",
                                "}",
                                "%",
                                "%2E",
                                "%2F",
                                "+",
                                "a+b",
                                "a b",
                                "-",
                                "(unknown)",
                                "\0",
                                "a\0b",
                                "\n",
                                "\u00e9",
                                "e\u0301",
                                "\u05d0\u05d1",
                                "\u202eabc",
                                "\u4f60\u597d",
                                "\ud83d\ude80",
                                "\udbff\udfff",
                                "\uffff",
                                "\ufffd",
                                "\u00a0",
                                "\u200b",
                                "A",
                                "a",
                                "\"",
                                "\\",
                                "{",
                                "[]"),
                        Stream.of("a".repeat(200), "\u4f60".repeat(200), "a".repeat(100_000), "\u4f60".repeat(100_000)))
                .toList();
    }
}
