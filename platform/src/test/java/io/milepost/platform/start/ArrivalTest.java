package io.milepost.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    private final List<String> said = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch ending = new CountDownLatch(1);

    private Arrival arrival(Duration saidEvery) {
        return new Arrival(
                "the store at db:1",
                IllegalStateException.class::isInstance,
                said::add,
                Duration.ofNanos(1),
                saidEvery);
    }

    private String absent(int times) {
        if (attempts.incrementAndGet() <= times) {
            throw new IllegalStateException("away");
        }
        return "there";
    }

    @Test
    @DisplayName("a server that comes late is waited for, which is said at once and then only now and then")
    void waits() {
        assertThat(arrival(Duration.ofMinutes(1)).await(false, () -> absent(5), ending))
                .isEqualTo("there");
        assertThat(attempts).hasValue(6);
        assertThat(said).containsExactly("The service waits for the store at db:1, which does not answer yet");
    }

    @Test
    @DisplayName("it is said again when the time for it has come")
    void says_again() {
        arrival(Duration.ZERO).await(false, () -> absent(3), ending);
        assertThat(said).hasSize(3);
    }

    @Test
    @DisplayName("of a server that is there nothing is said")
    void there() {
        assertThat(arrival(Duration.ZERO).await(false, () -> absent(0), ending)).isEqualTo("there");
        assertThat(said).isEmpty();
    }

    @Test
    @DisplayName("with fail-fast the first attempt is the last, and a server that refuses is not waited for")
    void ends() {
        assertThatIllegalStateException()
                .isThrownBy(() -> arrival(Duration.ZERO).await(true, () -> absent(1), ending))
                .withMessage("away");
        assertThat(attempts).hasValue(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> arrival(Duration.ZERO)
                        .await(
                                false,
                                () -> {
                                    throw new IllegalArgumentException("wrong password");
                                },
                                ending));
        assertThat(said).isEmpty();
    }

    @Test
    @DisplayName("a process that is to end waits no longer")
    void stops() {
        assertThatIllegalStateException()
                .isThrownBy(() -> arrival(Duration.ofMinutes(1))
                        .await(
                                false,
                                () -> {
                                    if (attempts.get() == 3) {
                                        ending.countDown();
                                    }
                                    return absent(Integer.MAX_VALUE);
                                },
                                ending))
                .withMessage("ended while it waited for the store at db:1");
        assertThat(attempts.get()).isGreaterThanOrEqualTo(4);
    }
}
