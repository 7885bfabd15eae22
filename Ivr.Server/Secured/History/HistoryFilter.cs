using System.Globalization;
using Ivr.Server.Secured.Words;
using Ivr.StateMachine;
using Microsoft.AspNetCore.WebUtilities;

namespace Ivr.Server.Secured.History;

/// <summary>The filter of the history. Invalid values in a URL are ignored.</summary>
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

    /// <summary>True when more than the days is chosen.</summary>
    public bool IsNarrow => Worker is not null || Client is not null || Region is not null || Activity is not null || Duplicate || OtherLine || LongDay;

    /// <summary>Reads the filter from a URL.</summary>
    public static HistoryFilter Read(IQueryCollection query, DateOnly today)
    {
        var wanted = Day(query["from"]);
        var to = Day(query["to"]) ?? (wanted > today ? wanted.Value : today);
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
        };
    }

    /// <summary>A URL with this filter.</summary>
    public string At(string path, params IEnumerable<KeyValuePair<string, string?>> more) => QueryHelpers.AddQueryString(
        path,
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["from"] = Iso(From),
            ["to"] = Iso(To),
            ["search"] = Search,
            ["worker"] = Worker,
            ["client"] = Client,
            ["region"] = Region,
            ["activity"] = Activity?.ToString(CultureInfo.InvariantCulture),
            ["duplicate"] = Duplicate ? "1" : null,
            ["line"] = OtherLine ? "1" : null,
            ["long"] = LongDay ? "1" : null,
        }.Concat(more).Where(part => part.Value is not null));

    /// <summary>The date in ISO 8601.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The limits keep date arithmetic valid: a date of year 1 has no day before it.
    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200
            ? day
            : null;

    // PostgreSQL texts cannot contain the character 0.
    private static string? Text(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 and <= LongestText } trimmed
        ? trimmed
        : null;
}
