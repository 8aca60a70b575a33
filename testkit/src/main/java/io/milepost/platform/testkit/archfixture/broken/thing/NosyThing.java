package io.milepost.platform.testkit.archfixture.broken.thing;

import io.milepost.platform.testkit.archfixture.broken.other.OtherState;

record NosyThing(OtherState other) {}
