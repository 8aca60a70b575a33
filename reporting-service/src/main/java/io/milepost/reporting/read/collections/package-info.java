/** Collections: what customers had to pay by any day, what came in, and what is late. */
@NullMarked
package io.milepost.reporting.read.collections;

import org.jspecify.annotations.NullMarked;
