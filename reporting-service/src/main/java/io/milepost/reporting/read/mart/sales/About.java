package io.milepost.reporting.read.mart.sales;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What it is about, as far as anybody has said so.
 *
 * @param deal its own id
 * @param template name of its sales process
 * @param lead that it came of; null of one that was identified without
 */
record About(
        UUID deal,
        @Nullable String name,
        @Nullable String product,
        @Nullable UUID account,
        @Nullable LocalDate expectedCloseOn,
        @Nullable String template,
        @Nullable String channel,
        @Nullable String campaign,
        @Nullable UUID lead,
        LocalDate identifiedOn) {

    About selling(@Nullable String another) {
        return new About(
                deal, name, another, account, expectedCloseOn, template, channel, campaign, lead, identifiedOn);
    }

    About forAccount(UUID other) {
        return new About(deal, name, product, other, expectedCloseOn, template, channel, campaign, lead, identifiedOn);
    }

    About closingOn(LocalDate day) {
        return new About(deal, name, product, account, day, template, channel, campaign, lead, identifiedOn);
    }

    About under(@Nullable String process) {
        return process == null
                ? this
                : new About(
                        deal, name, product, account, expectedCloseOn, process, channel, campaign, lead, identifiedOn);
    }
}
