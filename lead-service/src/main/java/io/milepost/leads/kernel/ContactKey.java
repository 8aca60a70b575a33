package io.milepost.leads.kernel;

import io.milepost.platform.value.Codes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How two spellings of one phone number, e-mail address or company number become equal. Pure; an empty rest is no key.
 * Country prefixes are not guessed: +86 138 0000 and 138 0000 stay two numbers.
 */
public final class ContactKey {

    private ContactKey() {}

    /** The digits alone, of any script, without the international 00. */
    public static @Nullable String phone(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var digits = new StringBuilder();
        written.codePoints()
                .filter(Character::isDigit)
                .map(c -> Character.digit(c, 10))
                .forEach(digits::append);
        return key(digits.toString().replaceFirst("^00", ""));
    }

    public static @Nullable String email(@Nullable String written) {
        return written == null ? null : key(Codes.canonical(written).toLowerCase(Locale.ROOT));
    }

    /** Letters and digits alone, in upper case. */
    public static @Nullable String companyNumber(@Nullable String written) {
        return written == null ? null : key(Codes.canonical(written).replaceAll("[^\\p{L}\\p{Nd}]", ""));
    }

    private static @Nullable String key(String rest) {
        return rest.isEmpty() ? null : rest;
    }
}
