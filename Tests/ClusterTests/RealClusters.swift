import Testing

/// Everything that starts a PostgreSQL of its own; one at a time, for each needs the machine.
@Suite(.serialized) enum RealClusters {}
