/** Programmes by which customers are kept: product news, events, regular contact. */
package io.milepost.delivery.careprogramme;
