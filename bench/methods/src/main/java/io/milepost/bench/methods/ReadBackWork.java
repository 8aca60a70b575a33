package io.milepost.bench.methods;

import io.milepost.platform.command.ReadBacks;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelEvent;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelPosted;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs that nothing is stored before it was read back. */
@State(Scope.Benchmark)
public class ReadBackWork {
    private static final UUID PARCEL = new UUID(7, 7);
    private static final List<ParcelEvent> EVENTS = List.of(new ParcelPosted(
            "no 7", null, Money.of("12.00", "USD"), ParcelCommand.Size.SMALL, List.of(), LocalDate.of(2026, 3, 1)));

    /** What was needed before: the bytes that are stored. */
    @Benchmark
    public byte[] encodeAlone() {
        return Json.facts().writeValueAsBytes(EVENTS.getFirst());
    }

    /** The bytes, decoded again, compared, folded and shown. */
    @Benchmark
    public Object readBack() {
        return ReadBacks.of(ParcelMessages.CATALOGUE, PARCEL, null, EVENTS);
    }
}
