/** What a start waits for. */
package io.milepost.platform.start;
