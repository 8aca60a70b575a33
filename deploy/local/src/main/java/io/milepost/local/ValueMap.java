package io.milepost.local;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Opening and walking the store's ordered maps. */
final class ValueMap {

    private ValueMap() {}

    static MVMap.Builder<Object, Object> builder() {
        return new MVMap.Builder<Object, Object>().keyType(new BsonValueType()).valueType(new BsonValueType());
    }

    static MVMap.Builder<Object, Document> ofDocuments() {
        return new MVMap.Builder<Object, Document>()
                .keyType(new BsonValueType())
                .valueType(new BsonValueType.OfDocuments());
    }

    static Object idOf(Document document) {
        return Missing.ofNullable(document.get("_id"));
    }

    static boolean has(Document document, String field) {
        return !(Utils.getSubdocumentValue(document, field) instanceof Missing);
    }

    static <V> Stream<Object> keys(
            MVMap<Object, V> map, @Nullable Object from, @Nullable Object to, boolean backwards) {
        return stream(map.cursor(from, to, backwards)).map(Object.class::cast);
    }

    static <V> Stream<V> values(MVMap<Object, V> map, @Nullable Object from, @Nullable Object to, boolean backwards) {
        Cursor<Object, V> cursor = map.cursor(from, to, backwards);
        return stream(cursor).map(_ -> cursor.getValue());
    }

    private static <K, V> Stream<K> stream(Cursor<K, V> cursor) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false);
    }
}
