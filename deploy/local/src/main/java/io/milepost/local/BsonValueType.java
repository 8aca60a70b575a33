package io.milepost.local;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * How values and index keys stand in the store: as BSON, in MongoDB's order. The store's own way, Java serialization,
 * is larger, slower, and orders by serialized bytes, which makes a range meaningless.
 */
final class BsonValueType extends BasicDataType<Object> {

    /** Marks an index key, a list of values that is compared field by field; no BSON type has this number. */
    private static final byte INDEX_KEY = 0x60;

    private static final ValueComparator MONGO_ORDER = ValueComparator.ascWithoutListHandling();

    @Override
    public int compare(Object a, Object b) {
        if (a instanceof KeyValue left && b instanceof KeyValue right) {
            int common = Math.min(left.size(), right.size());
            for (int i = 0; i < common; i++) {
                int order = compareValues(left.get(i), right.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(left.size(), right.size());
        }
        return compareValues(a, b);
    }

    static int compareValues(Object a, Object b) {
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        if (a instanceof Number left && b instanceof Number right) {
            return compareNumbers(left, right);
        }
        if (a instanceof UUID left && b instanceof UUID right) {
            int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
        }
        return MONGO_ORDER.compare(a, b);
    }

    private static int compareNumbers(Number a, Number b) {
        boolean integers = isInteger(a) && isInteger(b);
        if (integers) {
            return Long.compare(a.longValue(), b.longValue());
        }
        double left = a.doubleValue();
        double right = b.doubleValue();
        if (left != right || !(isInteger(a) || isInteger(b)) || Double.isNaN(left)) {
            return Double.compare(left + 0.0, right + 0.0);
        }
        // an integer beyond 2^53 beside a double: equal as doubles, perhaps not equal
        return exact(a).compareTo(exact(b));
    }

    private static boolean isInteger(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static BigDecimal exact(Number number) {
        return isInteger(number) ? BigDecimal.valueOf(number.longValue()) : new BigDecimal(number.doubleValue());
    }

    @Override
    public int getMemory(Object value) {
        return switch (value) {
            case null -> 8;
            case String string -> 48 + string.length();
            case BinData binary -> 48 + binary.getData().length;
            case KeyValue key -> 48 + key.stream().mapToInt(this::getMemory).sum();
            case Map<?, ?> map ->
                64
                        + map.entrySet().stream()
                                .mapToInt(entry -> 96 + getMemory(entry.getValue()))
                                .sum();
            case Collection<?> list ->
                48 + list.stream().mapToInt(this::getMemory).sum();
            default -> 32;
        };
    }

    @Override
    public void write(WriteBuffer buffer, Object value) {
        ByteBuf bytes = Unpooled.buffer(256);
        if (value instanceof KeyValue key) {
            bytes.writeByte(INDEX_KEY);
            bytes.writeByte(key.size());
            for (Object part : key) {
                encode(bytes, part);
            }
        } else {
            encode(bytes, value);
        }
        buffer.putVarInt(bytes.readableBytes());
        buffer.put(ByteBuffer.wrap(bytes.array(), bytes.arrayOffset(), bytes.readableBytes()));
    }

    private static void encode(ByteBuf bytes, Object value) {
        Object present = value instanceof Missing ? null : value;
        byte type = BsonEncoder.determineType(present);
        bytes.writeByte(type);
        BsonEncoder.encodeValue(type, present, bytes);
    }

    @Override
    public Object read(ByteBuffer buffer) {
        byte[] content = new byte[org.h2.mvstore.DataUtils.readVarInt(buffer)];
        buffer.get(content);
        ByteBuf bytes = Unpooled.wrappedBuffer(content);
        byte type = bytes.readByte();
        if (type != INDEX_KEY) {
            return Missing.ofNullable(BsonDecoder.decodeValue(type, bytes));
        }
        int size = bytes.readByte();
        List<Object> parts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            parts.add(Missing.ofNullable(BsonDecoder.decodeValue(bytes.readByte(), bytes)));
        }
        return new KeyValue(parts);
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }

    /** The same bytes for a map whose values are whole documents. */
    static final class OfDocuments extends BasicDataType<Document> {

        private final BsonValueType values = new BsonValueType();

        @Override
        public int getMemory(Document document) {
            return values.getMemory(document);
        }

        @Override
        public void write(WriteBuffer buffer, Document document) {
            values.write(buffer, document);
        }

        @Override
        public Document read(ByteBuffer buffer) {
            return (Document) values.read(buffer);
        }

        @Override
        public Document[] createStorage(int size) {
            return new Document[size];
        }
    }
}
