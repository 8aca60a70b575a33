package io.milepost.local;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A driver's client, used in blocking style. */
record Mongo(MongoClient client) implements AutoCloseable {

    static Mongo at(String uri) {
        return new Mongo(MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .build()));
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase("trial").getCollection(name);
    }

    static <T> List<T> all(Publisher<T> publisher) {
        return Flux.from(publisher).collectList().block();
    }

    static <T> T one(Publisher<T> publisher) {
        return Flux.from(publisher).blockFirst();
    }

    @Override
    public void close() {
        client.close();
    }
}
