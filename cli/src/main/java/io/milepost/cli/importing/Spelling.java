package io.milepost.cli.importing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a person reads a name: not by its bytes. */
final class Spelling {

    /** Blanks of any kind, the no-break space among them, and characters that only steer how others are set. */
    private static final String NOTHING_SEEN = "[\\s\\p{Z}\\p{Cf}\\x1c-\\x1f]+";

    private static final Pattern ENDS = Pattern.compile("^" + NOTHING_SEEN + "|" + NOTHING_SEEN + "$");
    private static final Pattern BLANKS = Pattern.compile("\\p{Z}+");
    private static final Pattern FORMAT = Pattern.compile("\\p{Cf}+");

    private Spelling() {}

    /** As it is stored: composed (NFC), nothing invisible at its ends, one plain blank between words. */
    static String tidy(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return BLANKS.matcher(ENDS.matcher(composed).replaceAll("")).replaceAll(" ");
    }

    /** Equal for two spellings of one name, whatever their case, blanks and composition. */
    static String canonical(String name) {
        var visible = FORMAT.matcher(name).replaceAll("");
        return tidy(Normalizer.normalize(visible, Normalizer.Form.NFKC))
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
