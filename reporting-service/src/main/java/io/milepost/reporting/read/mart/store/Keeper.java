package io.milepost.reporting.read.mart.store;

import java.util.List;

/**
 * Keeps tables of its own in each generation of the mart, of what is neither rows nor sums. They are fed in the transaction that feeds
 * the datasets, and are set aside from, redriven, rebuilt and reconciled like them.
 */
public interface Keeper {

    /** Short, in words of the database. */
    String name();

    /** Short names of the services that it reads, in the order in which answers name them. */
    List<String> sources();

    /** What makes its tables where they are not there; part of what the schema's name is made of. */
    List<String> statements(Tables tables);

    /** What its rules are known by: whoever changes what comes of the same events gives it another, and tables are built anew. */
    default String rules() {
        return "1";
    }

    /** Keeps what one source says, under {@link #of its name}. */
    Feed.Book book(Tables tables, String source);

    /** By which that is listed, set aside, redriven and reconciled beside the datasets. */
    default String of(String source) {
        return name() + "_" + source;
    }
}
