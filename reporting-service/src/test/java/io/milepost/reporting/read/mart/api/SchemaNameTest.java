package io.milepost.reporting.read.mart.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.testkit.TestProcess;
import io.milepost.reporting.read.mart.store.Schema;
import io.milepost.reporting.read.notices.NoticeKeeper;
import io.milepost.reporting.read.trace.TraceKeeper;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Under another name a restart would read all topics anew into other tables. */
class SchemaNameTest {
    private static final int PROCESSES = 4;

    /** Says what the tables of all that is declared are called. */
    static final class Naming {
        public static void main(String[] arguments) {
            System.out.println(name());
        }
    }

    @Test
    @DisplayName("what the mart's tables are called is the same in every process, so that a restart goes on with them")
    void is_the_same_in_every_process() {
        var named = IntStream.range(0, PROCESSES)
                .mapToObj(_ -> {
                    try (var process = TestProcess.start(Naming.class)) {
                        var said = process.next();
                        process.endsWith(0);
                        return said;
                    }
                })
                .toList();
        assertThat(named).containsOnly(name());
    }

    private static String name() {
        return new Schema(Declared.in(ZoneOffset.UTC), List.of(new TraceKeeper(), new NoticeKeeper(ZoneOffset.UTC)))
                .name();
    }
}
