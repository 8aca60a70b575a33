package io.milepost.bench;

import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelCommand.PostParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Parcels that are posted once and weighed over and over, each time to another weight: one command, one event, one commit. */
public final class Parcels {
    /** Below what only a manager may state. */
    private static final int HEAVIEST = 29_000;

    private final List<UUID> ids;
    private final AtomicIntegerArray weights;

    /** So many that are not posted yet. */
    public Parcels(int count) {
        ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(UUID.randomUUID());
        }
        weights = new AtomicIntegerArray(count);
    }

    public int count() {
        return ids.size();
    }

    public UUID id(int parcel) {
        return ids.get(parcel);
    }

    /** The command that brings it into being. */
    public PostParcel post(int parcel) {
        return post(ids.get(parcel));
    }

    /** The command that brings this one into being. */
    public static PostParcel post(UUID id) {
        return new PostParcel("label-" + id, "Ann", Money.of("12.50", "USD"), ParcelCommand.Size.SMALL, List.of());
    }

    /** The next weighing of it. */
    public WeighParcel weigh(int parcel) {
        return new WeighParcel(1 + weights.incrementAndGet(parcel) % HEAVIEST);
    }
}
