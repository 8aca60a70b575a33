/** How many single-event commits a second, by many callers at once, on each way into a log; and how long one takes. */
package io.milepost.bench.append;
