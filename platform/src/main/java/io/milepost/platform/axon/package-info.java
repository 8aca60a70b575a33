/** Everything that touches Axon: the storage engine over the event log and the handling of one command from sourcing to commit. No service imports org.axonframework. */
@NullMarked
package io.milepost.platform.axon;

import org.jspecify.annotations.NullMarked;
