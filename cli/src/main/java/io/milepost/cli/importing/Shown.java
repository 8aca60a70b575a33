package io.milepost.cli.importing;

/** Text of a file or of a service as a report shows it: short, and with a code for every character that nobody would see. */
final class Shown {

    private static final int CELL = 60;
    private static final int SENTENCE = 300;

    private Shown() {}

    /** What a cell holds. */
    static String cell(String text) {
        return shortened(text, CELL);
    }

    /** Why something was not done. */
    static String sentence(String text) {
        return shortened(text, SENTENCE);
    }

    private static String shortened(String text, int longest) {
        var shown = new StringBuilder();
        text.codePoints().limit(longest).forEach(character -> append(shown, character));
        var length = text.codePointCount(0, text.length());
        return length <= longest
                ? shown.toString()
                : shown.append("... (%d characters)".formatted(length)).toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (visible(character)) {
            shown.appendCodePoint(character);
        } else {
            shown.append("\\u%04x".formatted(character));
        }
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
