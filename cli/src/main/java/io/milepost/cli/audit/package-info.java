/** Audits a service's log from outside: recomputes its hash chain from what is stored and holds it against signed checkpoints (docs/audit.md). */
package io.milepost.cli.audit;
