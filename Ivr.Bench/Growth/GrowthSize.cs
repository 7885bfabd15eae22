using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>A size to be measured.</summary>
/// <param name="Size">How much there is of what grows.</param>
/// <param name="Plan">The load command's options that say how many call, and for how long.</param>
/// <param name="Database">A database that has all a server needs.</param>
/// <param name="Loader">Loads it with the people in it.</param>
internal sealed record GrowthSize(long Size, IReadOnlyList<string> Plan, string Database, Loader Loader);

/// <summary>A server at one size.</summary>
/// <param name="Size">The size.</param>
/// <param name="Site">The server.</param>
internal sealed record GrowthSite(GrowthSize Size, Site Site);
