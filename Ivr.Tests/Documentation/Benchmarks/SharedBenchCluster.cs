using Ivr.Bench.Rounds;

namespace Ivr.Tests.Documentation.Benchmarks;

/// <summary>One PostgreSQL for all tests of the benchmarks, which run one after another.</summary>
public sealed class SharedBenchCluster : IAsyncLifetime
{
    internal BenchCluster Started { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Started = await BenchCluster.StartAsync(_ => { });

    public ValueTask DisposeAsync() => Started.DisposeAsync();
}

/// <summary>The tests that share a <see cref="SharedBenchCluster"/>.</summary>
[CollectionDefinition]
public sealed class BenchRuns : ICollectionFixture<SharedBenchCluster>;
