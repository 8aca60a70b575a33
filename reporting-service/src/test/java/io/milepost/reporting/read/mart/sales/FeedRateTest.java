package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.PGConnection;

/** Figures, not proofs: how fast back-dated stories of so many deals are fed, beside a COPY of the rows that come of them ({@code -Dmart.feed=8800}). */
@EnabledIfSystemProperty(named = "mart.feed", matches = "\\d+", disabledReason = "measures: -Dmart.feed=8800")
class FeedRateTest {
    private static final int POLL = 500;

    @Test
    @DisplayName("events a second into views, rows and sums, and rows a second by COPY")
    void figures() throws Exception {
        var random = new Random(1);
        var events = new ArrayList<Inbound>();
        SalesLawsTest.places(SalesLawsTest.FIRST, events, random);
        int deals = Integer.getInteger("mart.feed");
        for (int deal = 0; deal < deals; deal++) {
            SalesLawsTest.story(SalesLawsTest.FIRST, new UUID(1, deal), events, random);
        }
        var declared = SalesLawsTest.declared();
        try (var database = Postgres.database()) {
            var fed = new Fed(database, declared, LocalDate.of(2026, 1, 1));
            var feed = fed.feed("opportunity");
            var said = events.stream()
                    .filter(event -> event.source().equals("opportunity"))
                    .toList();
            long began = System.nanoTime();
            for (int at = 0; at < said.size(); at += POLL) {
                feed.handle(0, said.subList(at, Math.min(said.size(), at + POLL)));
            }
            double fedIn = (System.nanoTime() - began) / 1e9;
            long rows = 0;
            double copiedIn = 0;
            for (String table :
                    fed.select("select table_name from information_schema.tables where table_schema = '$'")) {
                String name = fed.schema.tables().schema() + "." + table;
                try (var connection = database.getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create table copied (like %s including all)".formatted(name));
                    var copies = connection.unwrap(PGConnection.class).getCopyAPI();
                    var bytes = new ByteArrayOutputStream();
                    copies.copyOut("copy %s to stdout".formatted(name), bytes);
                    long copying = System.nanoTime();
                    rows += copies.copyIn("copy copied from stdin", new ByteArrayInputStream(bytes.toByteArray()));
                    copiedIn += (System.nanoTime() - copying) / 1e9;
                    statement.execute("drop table copied");
                }
            }
            System.out.printf(
                    "fed %,d events of %,d deals in %.1f s, %,.0f a second; %,d rows came of them, copied in %.1f s%n",
                    said.size(), deals, fedIn, said.size() / fedIn, rows, copiedIn);
            assertThat(rows).isPositive();
        }
    }
}
