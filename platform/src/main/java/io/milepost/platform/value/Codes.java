package io.milepost.platform.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How codes of people's making compare: numbers of receipts and invoices, codes of members, milestones and items. {@code TX 1},
 * {@code " tx  1"} and {@code TX<no-break space>1} are one. What was written first is kept and shown; only comparing is canonical.
 */
public final class Codes {
    private static final char DELETE = 0x7F;

    private Codes() {}

    /** The one spelling of all that a person would take for the same code: compatible letters, single blanks, upper case. */
    public static String canonical(String code) {
        return isPlain(code) ? code.toUpperCase(Locale.ROOT) : respelled(code);
    }

    /** ASCII without blanks, as nearly all are, can be spelled differently by its case alone. Commands compare dozens of them. */
    private static boolean isPlain(String code) {
        for (int at = 0; at < code.length(); at++) {
            char character = code.charAt(at);
            if (character <= ' ' || character >= DELETE) {
                return false;
            }
        }
        return true;
    }

    private static String respelled(String code) {
        var letters = new StringBuilder(code.length());
        Normalizer.normalize(code, Normalizer.Form.NFKC).codePoints().forEach(character -> {
            if (isBlank(character)) {
                letters.append(' ');
            } else if (Character.getType(character) != Character.FORMAT) {
                letters.appendCodePoint(character);
            }
        });
        var upper = letters.toString().strip().replaceAll(" {2,}", " ").toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper, Normalizer.Form.NFKC);
    }

    /** Whether both are spellings of one code; null is the same as null alone. */
    public static boolean same(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return canonical(one).equals(canonical(other));
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
