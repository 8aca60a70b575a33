package io.milepost.platform.testkit.archfixture.broken.thing;

import org.springframework.scheduling.annotation.Scheduled;

final class TimedThing {
    @Scheduled(fixedDelay = 1000)
    void tick() {}
}
