/** What readers of events go on without: subjects with an event that cannot be read or folded, so that one bad fact stops nobody else. */
package io.milepost.platform.setaside;
