package io.milepost.reporting.read.cells;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tempting mistake, planted: a cell that has not booked the whole batch books the whole batch. It looks right as long
 * as a batch comes back with the borders that it had.
 */
final class GuardPerBatch<V extends View> extends InMemoryCells<V> {
    GuardPerBatch(java.util.Random random) {
        super(random);
    }

    private long lastOfBatch;
    private final Map<String, Long> actual = new HashMap<>();

    void batchEndsAt(long position) {
        lastOfBatch = position;
    }

    @Override
    public Map<String, Long> guards(int partition, Collection<String> ids) {
        Map<String, Long> read = super.guards(partition, ids);
        actual.clear();
        actual.putAll(read);
        read.values().removeIf(guard -> guard < lastOfBatch);
        return read;
    }

    @Override
    public void move(int partition, List<Move> moves) {
        super.move(
                partition,
                moves.stream()
                        .map(move -> new Move(move.cell(), actual.get(move.cell()), lastOfBatch, move.amounts()))
                        .toList());
    }
}
