/** Proves that a consumer of the feed misses nothing, sees nothing twice and holds nobody up. */
@NullMarked
package io.milepost.platform.feed;

import org.jspecify.annotations.NullMarked;
