/**
 * How a report is said, once and in two languages: the fold of a subject's events, what its rows are told apart by, what may be
 * summed and how. Tables, queries and every road out follow from it; what is said wrongly fails at the start.
 */
package io.milepost.reporting.read.mart.declare;
