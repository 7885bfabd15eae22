namespace Ivr.Tests.Properties;

/// <summary>Runs by itself: thousands of calls at full speed would make time-outs elsewhere run out, and the other way round.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class RunsAlone;
