/** One deal from its lead to its closure, told from any of its ids (goals 1.14, R-189). */
@NullMarked
package io.milepost.reporting.read.trace;

import org.jspecify.annotations.NullMarked;
