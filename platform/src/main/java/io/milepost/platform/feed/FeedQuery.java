package io.milepost.platform.feed;

/**
 * What a consumer asks for.
 *
 * @param after position of the last event that it has; 0 when it has none
 * @param limit how many events at most; of no meaning to a stream
 */
record FeedQuery(long after, TypeFilter types, int limit) {}
