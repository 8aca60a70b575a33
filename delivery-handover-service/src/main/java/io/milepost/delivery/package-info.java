/** What happens to a contract once it is signed: handed over to the delivery team, delivered, accepted, settled and closed. Nothing of how it was sold is decided here. */
@NullMarked
package io.milepost.delivery;

import org.jspecify.annotations.NullMarked;
