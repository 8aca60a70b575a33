/** The handover of a signed contract to the delivery team. A package goes to a meeting only when it is complete; delivery begins only when the delivery manager has accepted it, and what is returned names its defects (gate G16). */
package io.milepost.delivery.handover;
