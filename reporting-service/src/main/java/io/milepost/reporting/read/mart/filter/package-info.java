/** The language in which rows are chosen, a small part of OData's: {@code region eq 'East' and not (product in ('A', 'B'))}. */
package io.milepost.reporting.read.mart.filter;
