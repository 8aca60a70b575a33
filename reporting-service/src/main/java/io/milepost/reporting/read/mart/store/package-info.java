/**
 * The mart in PostgreSQL: tables that follow from declarations, and the feed that writes views, rows, sums and positions of a poll in
 * one transaction. Whoever dies between two statements has done nothing; whoever repeats changes nothing.
 */
package io.milepost.reporting.read.mart.store;
