namespace Ivr.Tests.Host;

/// <summary>Runs by itself: what it measures is the machine, or it fills it to the brim.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class RunsAlone;
