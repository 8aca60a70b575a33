/** Proves that a consumer of the feed misses nothing, sees nothing twice and holds nobody up. */
package io.milepost.platform.feed;
