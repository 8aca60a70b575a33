package io.milepost.platform.trail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many refusals one instance records one by one in an hour; it counts the others.
 *
 * @param refusals to all
 * @param refusalsPerActor to one actor with one code
 */
@ConfigurationProperties("milepost.audit")
record TrailProperties(
        @DefaultValue("20") int refusalsPerActor,
        @DefaultValue("1000") int refusals) {}
