/** What a start waits for, and by which certificates it reaches it. */
package io.milepost.platform.start;
