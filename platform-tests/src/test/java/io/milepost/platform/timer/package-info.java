/** Tests of the due dates, on an embedded database and a clock that stands still until it is moved. */
package io.milepost.platform.timer;
