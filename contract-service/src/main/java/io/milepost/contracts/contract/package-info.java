/** The contract from draft to archive and to the close of its project. Complete before anybody reviews or signs it, approved by whom it concerns, signed when both parties have, its value the sum of its lines. Owns gate G14, and gate G15 without payments. A MIGRATED contract records signatures of the past and is neither held back nor reviewed. */
@NullMarked
package io.milepost.contracts.contract;

import org.jspecify.annotations.NullMarked;
