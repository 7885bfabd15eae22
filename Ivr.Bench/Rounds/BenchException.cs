namespace Ivr.Bench.Rounds;

/// <summary>It cannot be measured; the message says why.</summary>
internal sealed class BenchException(string message) : Exception(message);
