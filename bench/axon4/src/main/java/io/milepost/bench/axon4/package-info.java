/** The MongoDB extension of Axon 4.12 under the same load as the event log. */
@NullMarked
package io.milepost.bench.axon4;

import org.jspecify.annotations.NullMarked;
