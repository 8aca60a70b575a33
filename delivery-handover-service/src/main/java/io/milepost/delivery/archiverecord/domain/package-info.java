/** What may happen to an archive record. Pure Java. */
@NullMarked
package io.milepost.delivery.archiverecord.domain;

import org.jspecify.annotations.NullMarked;
