package io.milepost.reporting.read.mart.export;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of whole datasets as files, and the nightly folder of them, which there is where a directory is named.
 *
 * @param atOnce files that one instance makes at once; one more is answered 429
 * @param mostBytes that one file may have
 * @param time that reading one dataset may take
 * @param directory in which a folder is made each night; none by default
 * @param at when, in {@code milepost.zone}: {@code 02:00}
 * @param formats of the folder's files: {@code parquet}, {@code csv}, {@code ndjson}, {@code xlsx}
 * @param keepDays after which a folder is deleted
 */
@ConfigurationProperties("milepost.reporting.exports")
public record ExportProperties(
        @DefaultValue("2") int atOnce,
        @DefaultValue("1GB") DataSize mostBytes,
        @DefaultValue("5m") Duration time,
        @Nullable String directory,
        @DefaultValue("02:00") String at,
        @DefaultValue("parquet") List<String> formats,
        @DefaultValue("14") int keepDays) {

    public ExportProperties {
        formats = List.copyOf(formats);
        formats.forEach(FileFormat::named);
        LocalTime.parse(at);
        if (atOnce < 1 || keepDays < 1) {
            throw new IllegalArgumentException("milepost.reporting.exports: at-once and keep-days begin with 1");
        }
    }
}
