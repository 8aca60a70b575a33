package io.milepost.reporting.read.mart.odata;

import io.milepost.reporting.read.mart.odata.ODataException.Code;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * In which form an answer is wanted.
 *
 * @param context whether it says what it is of; counts and links are said in any case
 * @param textual whether decimals and long numbers are texts, for readers whose numbers are short
 */
record Payload(boolean context, boolean textual) {
    private static final String IEEE754 = "IEEE754Compatible";
    private static final MediaType XML = MediaType.APPLICATION_XML;

    /** Of rows and the list of sets. */
    static Payload of(@Nullable String format, List<MediaType> accepted) {
        var asked = asked(format).map(List::of).orElse(accepted);
        if (asked.isEmpty()) {
            return new Payload(true, false);
        }
        return asked.stream()
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .filter(MediaType.APPLICATION_JSON::isCompatibleWith)
                .flatMap(type -> offered(type).stream())
                .findFirst()
                .orElseThrow(() -> new ODataException(
                        Code.NOT_ACCEPTABLE,
                        null,
                        "There is application/json with odata.metadata=minimal or none, and IEEE754Compatible=true."));
    }

    private static Optional<Payload> offered(MediaType type) {
        String said = type.getParameter("odata.metadata");
        String level = said == null ? type.getParameter("metadata") : said;
        boolean textual = "true".equals(type.getParameter(IEEE754));
        if (level == null || level.equals("minimal")) {
            return Optional.of(new Payload(true, textual));
        }
        return level.equals("none") ? Optional.of(new Payload(false, textual)) : Optional.empty();
    }

    /** Whether what is declared is wanted in JSON, which readers of OData 4.0 do not know: only where they accept nothing else. */
    static boolean isJson(@Nullable String format, List<MediaType> accepted) {
        var asked = asked(format).map(List::of).orElse(accepted);
        if (asked.isEmpty() || asked.stream().anyMatch(XML::isCompatibleWith)) {
            return false;
        }
        if (asked.stream().anyMatch(MediaType.APPLICATION_JSON::isCompatibleWith)) {
            return true;
        }
        throw new ODataException(Code.NOT_ACCEPTABLE, null, "There is application/xml, and application/json.");
    }

    /** Empty where the address says nothing of it. */
    private static Optional<MediaType> asked(@Nullable String format) {
        if (format == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (format) {
                        case "json" -> MediaType.APPLICATION_JSON;
                        case "xml" -> XML;
                        default -> MediaType.parseMediaType(format);
                    });
        } catch (org.springframework.http.InvalidMediaTypeException junk) {
            throw new ODataException(Code.INVALID_PARAMETER, "$format", "$format must be json, xml or a media type");
        }
    }

    MediaType type() {
        return MediaType.parseMediaType("application/json;odata.metadata=%s%s"
                .formatted(context ? "minimal" : "none", textual ? ";" + IEEE754 + "=true" : ""));
    }
}
