/** Proves lists on the embedded database: stable pages, order of absent values, replay. */
@NullMarked
package io.milepost.platform.projection;

import org.jspecify.annotations.NullMarked;
