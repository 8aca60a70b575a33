/** The archived papers of a contract or of a sales project: who handed them over, who keeps them, where, since when, for how long, and what is done with them then. A contract whose papers are not filed cannot be closed. */
package io.milepost.delivery.archiverecord;
