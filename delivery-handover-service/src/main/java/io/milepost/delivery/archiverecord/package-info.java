/** The archived papers of a contract: who handed them over, who keeps them, where, since when, for how long, and what becomes of them then. A contract without its record does not close. */
package io.milepost.delivery.archiverecord;
