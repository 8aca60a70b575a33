package io.milepost.platform.inbox;

/** High-water positions, kept in the database that the effects are in; a restored one knows how far its own go. */
public interface Positions {

    /** {@link HighWater#NONE} where nothing was read yet. */
    HighWater load(String group, String source, int partition);

    /** Moves forward only: an instance that lost the partition and does not know it yet changes nothing. */
    void save(String group, String source, int partition, HighWater before, HighWater reached);
}
