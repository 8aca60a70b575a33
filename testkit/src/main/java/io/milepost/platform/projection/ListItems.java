package io.milepost.platform.projection;

import io.milepost.platform.catalogue.Catalogue;
import java.nio.ByteBuffer;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import tools.jackson.databind.node.ObjectNode;

/** What a list keeps of a view, for tests of other packages. */
public final class ListItems {

    private ListItems() {}

    /** The document that a list would write; throws where the view has a value that no column takes. */
    public static Document of(Catalogue<?, ?, ?> catalogue, ObjectNode view) {
        return new Document("keys", Columns.of(catalogue).valuesIn(view)).append("view", view.toString());
    }

    /** The document as the database gives it back. */
    public static Document stored(Document written) {
        var codec = new DocumentCodec();
        var bytes = new BasicOutputBuffer();
        codec.encode(
                new BsonBinaryWriter(bytes), written, EncoderContext.builder().build());
        return codec.decode(
                new BsonBinaryReader(ByteBuffer.wrap(bytes.toByteArray())),
                DecoderContext.builder().build());
    }
}
