using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>A size to measure.</summary>
/// <param name="Size">The amount of what grows.</param>
/// <param name="Plan">The options of the load command that set how many people call, and for how long.</param>
/// <param name="Database">The connection string of a database that has all that a server needs.</param>
/// <param name="Loader">Loads the server with the people in the database.</param>
internal sealed record GrowthSize(long Size, IReadOnlyList<string> Plan, string Database, Loader Loader);

/// <summary>A running server at one size.</summary>
internal sealed record GrowthSite(GrowthSize Size, Site Site);
