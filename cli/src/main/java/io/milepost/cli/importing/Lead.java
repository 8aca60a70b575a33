package io.milepost.cli.importing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the leads: somebody who may buy.
 *
 * @param consent the note that says that the person agreed to be registered
 * @param owner code of the member who looks after it
 */
record Lead(
        long line,
        String id,
        @Nullable String company,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String need,
        @Nullable String consent,
        Channel channel,
        @Nullable String campaign,
        @Nullable String region,
        @Nullable String owner,
        Status status,
        @Nullable LocalDate createdOn) {

    /** How far it has come in the source. */
    enum Status {
        OPEN,
        QUALIFIED,
        DISQUALIFIED
    }

    static Lead of(CsvRow row, Reference owners, Terms terms) throws BadRow {
        var contact = Stream.of(row.optional("first_name"), row.optional("last_name"))
                .flatMap(part -> part.stream())
                .collect(Collectors.joining(" "));
        return new Lead(
                row.line(),
                row.text("lead_id"),
                row.optional("company").orElse(null),
                contact.isEmpty() ? null : contact,
                row.optional("phone").orElse(null),
                row.optional("email").orElse(null),
                row.optional("need").orElse(null),
                row.optional("consent").orElse(null),
                Channel.of(row),
                row.optional("campaign").orElse(null),
                row.optional("region").orElse(null),
                row.optional("owner").isEmpty() ? null : owners.named(row, "owner"),
                status(row),
                row.date("created_on", terms).orElse(null));
    }

    /** Nobody enters the register without a contact and a need, and none whose consent is not on record. */
    boolean canBeRegistered() {
        return (phone != null || email != null) && need != null && consent != null;
    }

    private static Status status(CsvRow row) throws BadRow {
        var given = row.optional("status").orElse("OPEN");
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(given.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadRow(
                        "status",
                        "is not OPEN, QUALIFIED or DISQUALIFIED, and the mapping has no word for it: "
                                + Shown.cell(given)));
    }
}
