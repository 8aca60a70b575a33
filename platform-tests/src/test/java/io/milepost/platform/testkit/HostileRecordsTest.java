package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An automation that believes what it is told is noticed; one whose record says what it needs is not. */
class HostileRecordsTest {
    record Signed(UUID accountId, LocalDate signedOn) {}

    record Anything(@Nullable UUID accountId, @Nullable LocalDate signedOn) {}

    record Become(LocalDate on) {}

    @Test
    void one_that_says_what_it_needs_is_sound() {
        assertThat(HostileRecords.faults(List.of(
                        told(Signed.class, (_, signed) -> command(signed.accountId(), new Become(signed.signedOn()))))))
                .isEmpty();
    }

    @Test
    void one_that_goes_on_with_what_is_not_there_is_noticed() {
        assertThat(HostileRecords.faults(List.of(told(
                        Anything.class, (_, signed) -> command(signed.accountId(), new Become(signed.signedOn()))))))
                .anyMatch(fault -> fault.contains("half a command follows"));
        assertThat(HostileRecords.faults(List.of(told(
                        Anything.class,
                        (_, signed) -> command(
                                new UUID(signed.accountId().getMostSignificantBits(), 0),
                                new Become(LocalDate.EPOCH))))))
                .anyMatch(fault -> fault.contains("NullPointerException"));
    }

    private static Optional<Reaction.Command> command(@Nullable UUID target, Become command) {
        return Optional.of(new Reaction.Command(target, command));
    }

    private static <T> Automation<T> told(Class<T> data, Reaction<T> reaction) {
        return new Automation<>("when-told", "contract", "contract.signed.v1", data, reaction, Set.of());
    }
}
