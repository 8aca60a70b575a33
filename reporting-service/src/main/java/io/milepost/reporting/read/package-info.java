/** The reports, one folder each, and the HTTP rules that they share. */
@NullMarked
package io.milepost.reporting.read;

import org.jspecify.annotations.NullMarked;
