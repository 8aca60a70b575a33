package io.milepost.platform.testkit.archfixture.broken.thing;

import org.springframework.util.StringUtils;

record ImpureThing(String name) {
    boolean named() {
        return StringUtils.hasText(name);
    }
}
