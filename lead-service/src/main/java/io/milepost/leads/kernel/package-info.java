/** Words that two or more aggregates of this context use. Values and pure rules only. */
@NullMarked
package io.milepost.leads.kernel;

import org.jspecify.annotations.NullMarked;
