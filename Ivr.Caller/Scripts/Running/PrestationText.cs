using System.Globalization;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Scripts.Running;

/// <summary>The values of prestation_feed as scripts write them.</summary>
internal static class PrestationText
{
    /// <summary>A value as PostgreSQL's driver gives it.</summary>
    /// <returns>
    /// Days as <c>2026-03-12</c>, moments as <c>2026-03-12 15:31</c> in Brussels, <c>true</c> or <c>false</c>, and all else as it is.
    /// </returns>
    public static string Of(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // The two types that PostgreSQL's "date" and "timestamptz" may come as.
        DateTime { Kind: DateTimeKind.Utc } moment => BrusselsMoment.Write(new(moment)),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
