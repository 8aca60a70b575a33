package io.milepost.platform.testkit.archfixture.broken.thing;

import org.axonframework.messaging.core.Message;

record AxonThing(Message message) {}
