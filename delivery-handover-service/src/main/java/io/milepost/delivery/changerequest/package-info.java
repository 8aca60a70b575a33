/** Changes that come up in delivery, and who decides on them (R-153, decision 33). */
package io.milepost.delivery.changerequest;
