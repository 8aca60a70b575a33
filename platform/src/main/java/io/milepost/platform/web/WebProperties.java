package io.milepost.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the HTTP face.
 *
 * @param maxBody of one command
 * @param maxBatchBody of a batch
 * @param batchItems how many a batch may have
 * @param batchConcurrency how many entities of one batch are worked on at a time
 * @param positionWait how long a list waits for a position that the caller asks for
 * @param concurrentReads how many reads may be under way, commands not counted; by default as many as the heap holds of large ones
 * @param readWait how long one more waits for its turn
 * @param requestTime how long a caller may take for a request, from its first byte to its last
 * @param answerTime how long a caller may take for a piece of an answer; one that is no stream is one piece
 * @param accessLog whether the log gets a line for each request: route, status, code, time, kind of client, trace; no addresses and no names
 * @param baseUrl what paths of this service are put behind in problem types and Location, such as
 *     {@code https://sales.example/lead}; by default they are relative, and never made of what a caller says the host is
 */
@ConfigurationProperties("milepost.web")
record WebProperties(
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue("4MB") DataSize maxBatchBody,
        @DefaultValue("1000") int batchItems,
        @DefaultValue("64") int batchConcurrency,
        @DefaultValue("5s") Duration positionWait,
        @DefaultValue("0") int concurrentReads,
        @DefaultValue("2s") Duration readWait,
        @DefaultValue("20s") Duration requestTime,
        @DefaultValue("60s") Duration answerTime,
        @DefaultValue("false") boolean accessLog,
        @DefaultValue("") String baseUrl) {

    /** What the largest page takes while it is read and written. */
    private static final long BYTES_OF_A_READ = DataSize.ofMegabytes(64).toBytes();

    private static final int FEWEST_READS = 4;

    WebProperties {
        if (concurrentReads == 0) {
            concurrentReads = (int) Math.max(FEWEST_READS, Runtime.getRuntime().maxMemory() / BYTES_OF_A_READ);
        }
    }
}
