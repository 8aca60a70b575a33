/** What operations see: traces of requests, timers of commands, health, and the shared defaults of management and logging. Never personal data, never bodies. */
package io.milepost.platform.observe;
