/** The events of a service for whoever asks: in pages, as lines or as a stream that goes on, from event 1 and without a gap. */
package io.milepost.platform.feed;
