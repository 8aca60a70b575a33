/** Puts on record what this service refuses for who asks, within bounds that a flood cannot break, and what its operators do (ADR 0038). */
package io.milepost.platform.trail;
