/** What reading costs: the whole log, one entity, and everybody who follows. */
@NullMarked
package io.milepost.bench.read;

import org.jspecify.annotations.NullMarked;
