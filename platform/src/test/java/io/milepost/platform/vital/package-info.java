/** Proves that no long-living thread ends unseen, and no process goes on without memory. */
@NullMarked
package io.milepost.platform.vital;

import org.jspecify.annotations.NullMarked;
