/** The sales project: a strategic deal's establishment under the id of its opportunity. Owns gates G05, the charter approved by the sponsor, G06, the ATI decision, and G07, the kickoff, which needs that decision and an appointed team. */
package io.milepost.opportunities.salesproject;
