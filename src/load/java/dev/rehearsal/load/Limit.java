package dev.rehearsal.load;

/**
 * What the machine can do.
 *
 * @param perSecond bare upserts
 * @param cpuMillis of database and client for each
 */
record Limit(double perSecond, double cpuMillis) {
}
