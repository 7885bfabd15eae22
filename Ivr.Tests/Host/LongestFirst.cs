using Ivr.Tests.CallScripts.Running.Coverage;
using Ivr.Tests.Deployment;
using Ivr.Tests.Documentation.Benchmarks;
using Ivr.Tests.Faults;
using Ivr.Tests.Host;
using Ivr.Tests.Properties;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

// Many tests wait for timeouts, and other tests run meanwhile.
[assembly: Parallelization(MaxThreads = 3)]

namespace Ivr.Tests.Host;

/// <summary>Starts the longest tests first, so that all processors have work until the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        .. new[]
        {
            typeof(FaultTests), typeof(AnyCallTests), typeof(CallCoverageTests), typeof(BenchRuns), typeof(PublishTests),
            typeof(CounterExampleScriptTests), typeof(SeveralNodesTests), typeof(RollingRestartTests),
        }.Select(type => type.FullName!),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Place)];

    private static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(Long, type => collection.TestCollectionDisplayName.Contains(type, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
