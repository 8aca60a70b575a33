package io.milepost.platform.testkit.archfixture.broken.thing.domain;

import io.milepost.platform.testkit.archfixture.broken.other.domain.OtherState;

record NosyThing(OtherState other) {}
