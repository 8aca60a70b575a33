package io.milepost.reporting.read.mart.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.query.Column;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ParquetFileTest {

    /** Called in a class loader that has no others. */
    public static final class Writing {
        private Writing() {}

        public static void write(OutputStream out) throws Exception {
            var columns = List.of(
                    column("id", Column.Type.TEXT),
                    column("deals", Column.Type.INTEGER),
                    column("value", Column.Type.DECIMAL));
            var rows = IntStream.range(0, 250_000)
                    .mapToObj(at -> Map.<String, Object>of(
                            "id", "deal-" + at * 7_919L, "deals", at, "value", BigDecimal.valueOf(at, 2)))
                    .toList();
            ParquetFile.write(new Table(columns, rows, Map.of()), out);
        }

        private static Column column(String name, Column.Type type) {
            return new Column(name, type, null, null, Column.Additivity.KEY, new Label(name, "列"));
        }
    }

    @Test
    @DisplayName("a file of several groups of rows is written where no class of Hadoop is, as where the service runs")
    void without_hadoop() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(withoutHadoop(), ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(Writing.class.getName())
                    .getMethod("write", OutputStream.class)
                    .invoke(null, out);
        }

        var sum = BigDecimal.ZERO;
        try (var file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(out.toByteArray())));
                var rows = file.rowReader()) {
            assertThat(file.getFileMetaData().rowGroups()).hasSize(3);
            while (rows.hasNext()) {
                rows.next();
                sum = sum.add(rows.getDecimal(2));
            }
        }
        assertThat(sum).isEqualByComparingTo("312498750.00");
    }

    private static URL[] withoutHadoop() throws Exception {
        var all = Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        var others = all.stream()
                .filter(path -> !Path.of(path).getFileName().toString().startsWith("hadoop-"))
                .toList();
        assertThat(others).hasSizeLessThan(all.size());
        var urls = new URL[others.size()];
        for (int at = 0; at < urls.length; at++) {
            urls[at] = Path.of(others.get(at)).toUri().toURL();
        }
        return urls;
    }
}
