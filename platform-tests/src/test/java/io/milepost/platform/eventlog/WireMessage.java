package io.milepost.platform.eventlog;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of the MongoDB wire protocol: a header of four numbers (length, id, answered id, kind) and a body. */
record WireMessage(byte[] bytes) {

    private static final int HEADER = 16;
    private static final int MESSAGE = 2013;
    private static final int DOCUMENTS = 1;

    /** The next message, or null when the other side has closed. */
    static @Nullable WireMessage read(DataInputStream in) throws IOException {
        byte[] length = in.readNBytes(4);
        if (length.length < 4) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(length, number(length, 0));
        try {
            in.readFully(bytes, 4, bytes.length - 4);
        } catch (EOFException cut) {
            return null;
        }
        return new WireMessage(bytes);
    }

    int id() {
        return number(bytes, 4);
    }

    int answers() {
        return number(bytes, 8);
    }

    /** Name of the command and what it is on, {@code insert event_log}; empty for what is no command on a collection. */
    String command() {
        int document = HEADER + 5;
        if (number(bytes, 12) != MESSAGE || bytes[HEADER + 4] != 0 || bytes[document + 4] != 2) {
            return "";
        }
        var name = text(document + 5);
        return name + " " + text(document + 5 + name.length() + 1 + 4);
    }

    /** The same message with only the first half of the documents that it carries; null when that is none. */
    @Nullable
    WireMessage halved() {
        int section = HEADER + 4;
        while (section < bytes.length && bytes[section] != DOCUMENTS) {
            section += 1 + number(bytes, section + 1);
        }
        if (section >= bytes.length) {
            return null;
        }
        int end = section + 1 + number(bytes, section + 1);
        var starts = starts(section + 5 + text(section + 5).length() + 1, end);
        if (starts.size() < 2) {
            return null;
        }
        int kept = starts.get(starts.size() / 2);
        var halved = new ByteArrayOutputStream();
        halved.write(bytes, 0, kept);
        halved.write(bytes, end, bytes.length - end);
        var result = ByteBuffer.wrap(halved.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        result.putInt(0, result.capacity()).putInt(section + 1, kept - section - 1);
        return new WireMessage(result.array());
    }

    private List<Integer> starts(int from, int end) {
        var starts = new ArrayList<Integer>();
        for (int at = from; at < end; at += number(bytes, at)) {
            starts.add(at);
        }
        return starts;
    }

    private String text(int from) {
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static int number(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(from);
    }
}
