package io.milepost.platform.testkit.archfixture.broken.thing;

import org.bson.Document;

record MongoThing(Document document) {}
