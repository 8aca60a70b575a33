/** The threads on which a service lives: none of them ends without being seen, and none goes on without memory. */
package io.milepost.platform.vital;
