package io.milepost.platform.testkit.archfixture.broken.thing.domain;

import org.springframework.util.StringUtils;

record ImpureThing(String name) {
    boolean named() {
        return StringUtils.hasText(name);
    }
}
