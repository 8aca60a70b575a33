/** Whole datasets as files: all rows of one snapshot, written as they are read, with what proves that they arrived. */
package io.milepost.reporting.read.mart.export;
