/** The opportunity. Owns gate G04, qualified or rejected with a reason, and the seven gates G08, one between each stage and the next: a success, or refused on record. It is authorized by the ATI decision about its sales project. Lost and withdrawn need a reason; won follows from a signed contract alone, whatever gates were skipped (decision 41). */
@NullMarked
package io.milepost.opportunities.opportunity;

import org.jspecify.annotations.NullMarked;
