/** What may happen to an archive record. Pure Java. */
package io.milepost.delivery.archiverecord.domain;
