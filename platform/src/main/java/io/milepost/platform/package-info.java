/** What all services share technically; each package is a small library of its own. */
@NullMarked
package io.milepost.platform;

import org.jspecify.annotations.NullMarked;
