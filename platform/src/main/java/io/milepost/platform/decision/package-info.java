/** What a domain answers: events, or a refusal as a value. Pure Java; the only platform package besides value that a domain may import. */
package io.milepost.platform.decision;
