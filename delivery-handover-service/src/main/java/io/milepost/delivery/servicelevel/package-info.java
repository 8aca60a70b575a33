/** How soon customers are answered and helped, by kind and urgency of a case. */
package io.milepost.delivery.servicelevel;
