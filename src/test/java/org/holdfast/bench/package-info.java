/**
 * What {@code ops/bench} runs: how fast Holdfast is on this machine, against the aims, with PostgreSQL alone beside it.
 * No tests. Start with {@link org.holdfast.bench.Bench}; each part stands in a class of its own and can be run alone.
 */
package org.holdfast.bench;
