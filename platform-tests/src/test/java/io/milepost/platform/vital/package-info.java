/** Proves that no long-living thread ends unseen, and no process goes on without memory. */
package io.milepost.platform.vital;
