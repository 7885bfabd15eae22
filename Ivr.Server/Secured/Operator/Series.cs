namespace Ivr.Server.Secured.Operator;

/// <summary>One data series of a plot, with one value for each column.</summary>
internal sealed record Series(string Name, IReadOnlyList<double> Values);
