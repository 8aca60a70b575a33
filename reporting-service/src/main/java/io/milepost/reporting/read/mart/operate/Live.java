package io.milepost.reporting.read.mart.operate;

import io.milepost.reporting.read.mart.query.Answering;
import io.milepost.reporting.read.mart.query.Narrowing;
import io.milepost.reporting.read.mart.query.RowsReading;
import io.milepost.reporting.read.mart.store.Tables;

/** The tables that answers are read from. */
public record Live(int number, Tables tables, Answering answering, RowsReading rows, Narrowing narrowing) {}
