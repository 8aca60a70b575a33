package io.milepost.platform.testkit.archfixture.sound.read;

import io.milepost.platform.testkit.archfixture.sound.thing.ThingEvent;
import org.bson.Document;

/** A read model that knows events and its store. */
public record ThingLine(ThingEvent event, Document document) {}
