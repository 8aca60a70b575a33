/**
 * The local stack: a database that speaks the MongoDB protocol, a Kafka broker and a token issuer in one process, a
 * PostgreSQL server as its child, and no Docker. All but the issuer are used by the in-process tests too. Nothing here knows the business.
 */
package io.milepost.local;
