/** Whether a service gets slower as its log gets longer. */
@NullMarked
package io.milepost.bench.growth;

import org.jspecify.annotations.NullMarked;
