package io.milepost.platform.testkit.archfixture.broken.thing;

import org.springframework.stereotype.Component;

@Component
final class ScannedThing {}
