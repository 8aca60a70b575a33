/** How often a caller may ask, and that one who asks without end leaves room for others (ADR 0108). */
package io.milepost.platform.limit;
