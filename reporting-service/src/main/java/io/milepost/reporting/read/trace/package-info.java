/** One deal from its lead to its closure, told from any of its ids (goals 1.14, R-189). */
package io.milepost.reporting.read.trace;
