package io.milepost.platform.web;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.sealing.Sealer;
import java.text.Normalizer;
import java.util.Set;

/**
 * A text as people mean it: composed characters (NFC), nothing invisible at its ends. What no text holds is refused: half a surrogate
 * pair, control characters, and line breaks where one line is meant.
 */
final class PlainText {
    private static final Set<String> STAND_INS = Set.of(Sealer.MASKED, Sealer.ERASED, Sealer.OTHER);

    private PlainText() {}

    /**
     * The text without blanks and format characters around it; empty when there was nothing else.
     *
     * @param most characters that it may have; more than a name's allow line breaks
     * @throws IllegalArgumentException with what is wrong, for the caller to read
     */
    static String read(String sent, int most) {
        // A sealed text is made here alone; one that a caller sends would be opened for whoever reads it.
        if (sent.startsWith(Sealer.PREFIX)) {
            throw new IllegalArgumentException("A text cannot begin with " + Sealer.PREFIX + ".");
        }
        // Whoever sends back what was shown would put it in the place of the text that is kept.
        if (STAND_INS.contains(sent.strip())) {
            throw new IllegalArgumentException("%s stands in the place of a text and is none.".formatted(sent.strip()));
        }
        sent.codePoints().forEach(character -> check(character, most > Limit.NAME));
        var text = stripped(Normalizer.normalize(sent, Normalizer.Form.NFC));
        if (text.codePointCount(0, text.length()) > most) {
            throw new TooLong(most);
        }
        return text;
    }

    /** A text of more characters than the field may have. */
    static final class TooLong extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        TooLong(int most) {
            super("At most %d characters.".formatted(most));
        }
    }

    private static void check(int character, boolean lines) {
        switch (Character.getType(character)) {
            case Character.SURROGATE -> throw new IllegalArgumentException("Half a surrogate pair is not a character.");
            case Character.CONTROL -> {
                if (!lines || (character != '\n' && character != '\r' && character != '\t')) {
                    throw new IllegalArgumentException(
                            lines
                                    ? "A text has no control characters but tabs and line breaks."
                                    : "A text of one line has no control characters.");
                }
            }
            default -> {
                // Unassigned characters may be of a Unicode version to come.
            }
        }
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isInvisible(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isInvisible(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT
                // Fillers and the braille blank are letters and symbols to Unicode, and nothing to the eye.
                || character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x2800;
    }
}
