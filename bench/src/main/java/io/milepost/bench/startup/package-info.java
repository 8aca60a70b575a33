/** How long the suite's parts take to start, and the memory that they have then. */
@NullMarked
package io.milepost.bench.startup;

import org.jspecify.annotations.NullMarked;
