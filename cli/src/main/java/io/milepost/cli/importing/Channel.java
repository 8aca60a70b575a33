package io.milepost.cli.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a lead came from, in the words of the suite. The two that are findings of the own people name a reference, which no export has. */
enum Channel {
    WEB,
    EXHIBITION,
    BUSINESS_TALK,
    TELEMARKETING,
    EMAIL,
    SOCIAL_MEDIA,
    REFERRAL,
    WALK_IN,
    PHONE;

    static Channel of(CsvRow row) throws BadRow {
        var given = row.text("channel");
        var word = given.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        return Arrays.stream(values())
                .filter(channel -> channel.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRow(
                        "channel",
                        "is not one of %s, and the mapping has no word for it: %s"
                                .formatted(
                                        Arrays.stream(values())
                                                .map(Channel::name)
                                                .collect(Collectors.joining(", ")),
                                        Shown.cell(given))));
    }
}
