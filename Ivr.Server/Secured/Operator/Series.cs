namespace Ivr.Server.Secured.Operator;

/// <summary>One of several things that a plot shows, column by column.</summary>
/// <param name="Name">In words.</param>
/// <param name="Values">One for each column.</param>
internal sealed record Series(string Name, IReadOnlyList<double> Values);
