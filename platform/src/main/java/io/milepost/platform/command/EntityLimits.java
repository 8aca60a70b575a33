package io.milepost.platform.command;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large one entity may become by what callers ask. Automations and timers are not held to it: what has happened is noted.
 *
 * @param events in its history
 * @param history of the events' payloads together
 * @param view of what is shown of it, as JSON
 */
@ConfigurationProperties("milepost.entity")
public record EntityLimits(
        @DefaultValue("10000") int events,
        @DefaultValue("16MB") DataSize history,
        @DefaultValue("2MB") DataSize view) {

    /** Those of a deployment that says nothing. */
    public static final EntityLimits DEFAULT =
            new EntityLimits(10_000, DataSize.ofMegabytes(16), DataSize.ofMegabytes(2));
}
