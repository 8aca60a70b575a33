package io.milepost.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class MethodsBenchTest {

    @Test
    void every_method_that_is_measured_is_shown() {
        var nowhere = OutputFormatFactory.createFormatInstance(
                new PrintStream(new ByteArrayOutputStream()), VerboseMode.SILENT);
        assertThat(BenchmarkList.defaultList().getAll(nowhere, List.of()))
                .extracting(entry -> MethodsBench.method(entry.getUsername()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(MethodsBench.SHOWN.keySet());
    }
}
