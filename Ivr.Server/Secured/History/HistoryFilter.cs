using System.Globalization;
using Ivr.Server.Secured.Dates;
using Ivr.Server.Secured.Words;
using Ivr.StateMachine;
using Microsoft.AspNetCore.WebUtilities;

namespace Ivr.Server.Secured.History;

/// <summary>The filter of the history. Invalid values in a URL are ignored, but <see cref="NotADay"/> is told.</summary>
internal sealed record HistoryFilter
{
    private const int DefaultDays = 30;
    private const int LongestText = 64;

    /// <summary>The first day of work.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of work.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What <see cref="Worker"/> or <see cref="Client"/> can be, or the reference.</summary>
    public string? Search { get; init; }

    /// <summary>A part of the worker's name, or the beginning of the login.</summary>
    public string? Worker { get; init; }

    /// <summary>A part of the client's name, or the beginning of the user number.</summary>
    public string? Client { get; init; }

    /// <summary><c>flanders</c>, <c>brussels</c> or <c>wallonia</c>.</summary>
    public string? Region { get; init; }

    /// <summary>1-4.</summary>
    public int? Activity { get; init; }

    /// <summary>Only possible duplicates.</summary>
    public bool Duplicate { get; init; }

    /// <summary>Only entries that were recorded on the other region's line.</summary>
    public bool OtherLine { get; init; }

    /// <summary>Only days with more than nine hours.</summary>
    public bool LongDay { get; init; }

    /// <summary>What was given as a day and is none; null when nothing was.</summary>
    public string? NotADay { get; init; }

    /// <summary>True when more than the days is chosen.</summary>
    public bool IsNarrow => Worker is not null || Client is not null || Region is not null || Activity is not null || Duplicate || OtherLine || LongDay;

    /// <summary>Reads the filter from a URL.</summary>
    public static HistoryFilter Read(IQueryCollection query, DateOnly today)
    {
        var wanted = TypedDate.Read(query["from"]);
        var to = TypedDate.Read(query["to"]) ?? (wanted > today ? wanted.Value : today);
        var from = wanted ?? to.AddDays(-DefaultDays);
        // Dates the wrong way round mean the same days.
        if (from > to)
            (from, to) = (to, from);
        return new()
        {
            From = from,
            To = to,
            Search = Text(query["search"]),
            Worker = Text(query["worker"]),
            Client = Text(query["client"]),
            Region = EntryWords.Regions.Contains(query["region"].ToString()) ? query["region"].ToString() : null,
            Activity = query["activity"].ToString() is [>= '1' and var digit] && digit - '0' <= Draft.Activities ? digit - '0' : null,
            Duplicate = query["duplicate"] == "1",
            OtherLine = query["line"] == "1",
            LongDay = query["long"] == "1",
            NotADay = NoDate(query["from"]) ?? NoDate(query["to"]),
        };
    }

    /// <summary>A URL with this filter.</summary>
    public string At(string path, params IEnumerable<KeyValuePair<string, string?>> more) => QueryHelpers.AddQueryString(
        path,
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["from"] = TypedDate.Iso(From),
            ["to"] = TypedDate.Iso(To),
            ["search"] = Search,
            ["worker"] = Worker,
            ["client"] = Client,
            ["region"] = Region,
            ["activity"] = Activity?.ToString(CultureInfo.InvariantCulture),
            ["duplicate"] = Duplicate ? "1" : null,
            ["line"] = OtherLine ? "1" : null,
            ["long"] = LongDay ? "1" : null,
        }.Concat(more).Where(part => part.Value is not null));

    private static string? NoDate(string? text) => TypedDate.Read(text) is null ? Text(text) : null;

    // PostgreSQL texts cannot contain the character 0.
    private static string? Text(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 and <= LongestText } trimmed
        ? trimmed
        : null;
}
