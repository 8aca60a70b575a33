/** Who is appointed to what in the sales project of a deal, copied from opportunity-service: whose duty a handover and a closing are. */
package io.milepost.delivery.salesteam;
