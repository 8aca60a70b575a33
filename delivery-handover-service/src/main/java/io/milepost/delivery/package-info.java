/** What happens to a contract once it is signed: handed over to the delivery team, delivered, accepted, settled and closed. Nothing of how it was sold is decided here. */
package io.milepost.delivery;
