/** The contract from draft to effect. Complete before anybody signs, signed when both parties have, its value the sum of its lines. Owns the completeness part of gate G14 and gate G15 without payments. A MIGRATED contract records signatures of the past and is not held back for completeness. */
@NullMarked
package io.milepost.contracts.contract;

import org.jspecify.annotations.NullMarked;
