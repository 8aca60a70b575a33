/** What the customer accepts of one contract: one entity per contract with all its points, so that a comprehensive acceptance is requested only when no single point is open (decision 31). Opened when the handover is accepted. Owns gates G18 and G19. */
package io.milepost.delivery.acceptance;
