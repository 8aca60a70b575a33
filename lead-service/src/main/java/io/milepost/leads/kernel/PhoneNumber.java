package io.milepost.leads.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A phone number that can be called, by the numbering plans of the world. Pure, but for the one setting of a deployment that it needs:
 * the region of numbers that are written without their country, {@code milepost.lead.default-region}.
 */
public final class PhoneNumber {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final AtomicReference<String> DEFAULT_REGION = new AtomicReference<>("US");

    private final Phonenumber.PhoneNumber number;

    private PhoneNumber(Phonenumber.PhoneNumber number) {
        this.number = number;
    }

    /**
     * Said once, before the service starts.
     *
     * @param region two letters, as in ISO 3166
     * @throws IllegalArgumentException where no numbering plan is known for it
     */
    public static void writtenIn(String region) {
        if (!PLANS.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException(
                    "milepost.lead.default-region is two capital letters of a country, not " + region);
        }
        DEFAULT_REGION.set(region);
    }

    /** Empty for what nobody can call. An international prefix 00 is understood everywhere, and a country's code without its plus. */
    public static Optional<PhoneNumber> of(String written) {
        var stated = written.strip().replaceFirst("^00", "+");
        return read(stated).or(() -> stated.startsWith("+") ? Optional.empty() : read("+" + stated));
    }

    private static Optional<PhoneNumber> read(String written) {
        try {
            return Optional.of(PLANS.parse(written, DEFAULT_REGION.get()))
                    .filter(PLANS::isValidNumber)
                    .map(PhoneNumber::new);
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Digits with the country's code, and those of the extension unless it is a mobile, which has none. */
    String digits() {
        var digits = PLANS.format(number, PhoneNumberFormat.E164).substring(1);
        return number.hasExtension() && !isMobile() ? digits + "x" + number.getExtension() : digits;
    }

    /** Digits as they are dialled within the country; empty where that is not the default region. */
    Optional<String> nationalDigits() {
        return DEFAULT_REGION.get().equals(PLANS.getRegionCodeForNumber(number))
                ? Optional.of(PLANS.format(number, PhoneNumberFormat.NATIONAL).replaceAll("\\D", ""))
                : Optional.empty();
    }

    /** Surely one person's; in countries whose plan does not tell, no number is. */
    boolean isMobile() {
        return PLANS.getNumberType(number) == PhoneNumberType.MOBILE;
    }
}
