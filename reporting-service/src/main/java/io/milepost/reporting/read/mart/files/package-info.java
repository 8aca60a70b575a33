/** Tables as files that programs open: the columns and rows of an answer, written out as they are, and what they are of. */
package io.milepost.reporting.read.mart.files;
