/** What a delivery is given to work with: people, equipment, material, budget. */
package io.milepost.delivery.resourceallocation;
