/** The handover of a signed contract to the delivery team. No meeting is called for an incomplete package; delivery begins only when the delivery manager has accepted the handover, and a return names its defects (gate G16). */
package io.milepost.delivery.handover;
