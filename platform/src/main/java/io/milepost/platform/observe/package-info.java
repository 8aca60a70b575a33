/** What operations see: traces of requests, timers of commands, health, and the shared defaults of management and logging. Never personal data, never bodies. */
@NullMarked
package io.milepost.platform.observe;

import org.jspecify.annotations.NullMarked;
