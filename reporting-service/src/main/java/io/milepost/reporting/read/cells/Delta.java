package io.milepost.reporting.read.cells;

import java.util.Map;

/** What the event at one position moves in one cell: amounts by path, the day being the first name of each path. */
record Delta(long position, Map<String, Long> amounts) {}
