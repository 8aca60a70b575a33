package io.milepost.platform.testkit.archfixture.sound.thing;

import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.testkit.archfixture.sound.kernel.ThingId;
import io.milepost.platform.testkit.archfixture.sound.thing.ThingCommand.MakeThing;
import io.milepost.platform.testkit.archfixture.sound.thing.ThingEvent.ThingMade;

/** A state that decides and evolves. */
public sealed interface Thing {
    /** There. */
    record Made(ThingId id, Colour colour) implements Thing {}

    /** A constant with a body is a class of its own. */
    enum Colour {
        RED {
            @Override
            String shade() {
                return "dark";
            }
        };

        abstract String shade();
    }

    static Decision<ThingEvent> decide(Thing state, ThingCommand command, Occasion occasion) {
        return switch (command) {
            case MakeThing make ->
                Naming.named(make) ? Decision.accepted(new ThingMade(make.name())) : Decision.unchanged();
        };
    }
}
