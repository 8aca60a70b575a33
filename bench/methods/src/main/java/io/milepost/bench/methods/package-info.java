/** What single methods of a commit's way cost; run by {@code ./milepost bench methods}. */
@NullMarked
package io.milepost.bench.methods;

import org.jspecify.annotations.NullMarked;
