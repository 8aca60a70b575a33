package io.milepost.leads.kernel;

import io.milepost.platform.value.Codes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How two spellings of one phone number, e-mail address, identity number or company number become equal. Pure; what is none has no key. */
public final class ContactKey {
    /** Possessive, or the matcher calls itself once for each dot, and no stack has room for all that somebody may write. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:]+@[^\\s@<>,;:.]+(?:\\.[^\\s@<>,;:.]++)++");

    private static final int SHORTEST_IDENTITY = 5;

    private ContactKey() {}

    /** The digits of a number of one person, with country and extension; null for a number that cannot be called. */
    public static @Nullable String phone(@Nullable String written) {
        return number(written).map(PhoneNumber::digits).orElse(null);
    }

    /** The digits as they were written: the spelling under which numbers were found before they were understood. Null where it is the same. */
    public static @Nullable String phoneAsStated(@Nullable String written) {
        return written == null ? null : unlessSame(written, digits(written).replaceFirst("^00", ""));
    }

    /** The digits as they are dialled at home, which somebody may have written before. Null where it is the same. */
    public static @Nullable String phoneAtHome(@Nullable String written) {
        return number(written)
                .flatMap(PhoneNumber::nationalDigits)
                .map(digits -> unlessSame(written, digits))
                .orElse(null);
    }

    /** Whether a number is one person's even where it is said to be the company's. */
    public static boolean isPersonal(@Nullable String written) {
        return number(written).filter(PhoneNumber::isMobile).isPresent();
    }

    /** A number that colleagues share, together with the name of the person; null for a number that cannot be called. */
    public static @Nullable String line(@Nullable String written, @Nullable String person) {
        var name = person == null ? "" : Codes.canonical(person);
        return number(written).map(number -> number.digits() + " " + name).orElse(null);
    }

    /** In lower case, without what a link has before it; null for what is no address. */
    public static @Nullable String email(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var address = Codes.canonical(written).toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
        return ADDRESS.matcher(address).matches() ? address : null;
    }

    /** Letters and digits alone, in upper case. */
    public static @Nullable String companyNumber(@Nullable String written) {
        var rest = written == null ? "" : Codes.canonical(written).replaceAll("[^\\p{L}\\p{Nd}]", "");
        return rest.isEmpty() ? null : rest;
    }

    /** Letters and digits alone, in upper case; null for what is no number of an identity card or a passport. */
    public static @Nullable String identity(@Nullable String written) {
        var number = companyNumber(written);
        return number == null
                        || number.length() < SHORTEST_IDENTITY
                        || number.chars().distinct().count() < 2
                        || number.codePoints().noneMatch(Character::isDigit)
                ? null
                : number;
    }

    private static Optional<PhoneNumber> number(@Nullable String written) {
        return Optional.ofNullable(written).flatMap(PhoneNumber::of);
    }

    private static @Nullable String unlessSame(@Nullable String written, String digits) {
        return phone(written) == null || digits.equals(phone(written)) ? null : digits;
    }

    private static String digits(String written) {
        var digits = new StringBuilder();
        written.codePoints()
                .filter(Character::isDigit)
                .map(c -> Character.digit(c, 10))
                .forEach(digits::append);
        return digits.toString();
    }
}
