/** Tasks of other departments for a delivery, with the day by which they are due. */
package io.milepost.delivery.coordinationtask;
