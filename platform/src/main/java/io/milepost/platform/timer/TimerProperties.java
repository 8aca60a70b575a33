package io.milepost.platform.timer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How eager the timer is.
 *
 * @param look how often it looks for what is due
 * @param retry how long a due date rests after a fault
 */
@ConfigurationProperties("milepost.timer")
record TimerProperties(
        @DefaultValue("1s") Duration look,
        @DefaultValue("5s") Duration retry) {}
