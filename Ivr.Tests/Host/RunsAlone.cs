namespace Ivr.Tests.Host;

/// <summary>Tests that run without other tests in parallel: they measure the machine, or use all of it.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class RunsAlone;
