namespace Ivr.Bench.Rounds;

/// <summary>A measurement is not possible. The message says why.</summary>
internal sealed class BenchException(string message) : Exception(message);
