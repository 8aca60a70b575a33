/** What single methods of a commit's way cost; run by {@code ./milepost bench methods}. */
package io.milepost.bench.methods;
