namespace Ivr.Server.Secured.Operator;

/// <summary>How far back the operator's page looks, and how finely.</summary>
/// <param name="Name">As in the page's address.</param>
/// <param name="Length">How far back.</param>
/// <param name="Column">What one column of a plot stands for.</param>
internal sealed record OperatorPeriod(string Name, TimeSpan Length, TimeSpan Column)
{
    /// <summary>Minute by minute.</summary>
    public static OperatorPeriod Hour { get; } = new("hour", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

    /// <summary>By half an hour.</summary>
    public static OperatorPeriod Day { get; } = new("day", TimeSpan.FromHours(24), TimeSpan.FromMinutes(30));

    /// <summary>How many columns that makes.</summary>
    public int Columns => (int)(Length / Column);

    /// <summary>The period of a name; the hour when there is none of that name.</summary>
    public static OperatorPeriod Named(string? name) => name == Day.Name ? Day : Hour;

    /// <summary>When the first column begins: the last one holds this moment.</summary>
    public DateTime Since(DateTimeOffset now) => new DateTime(now.UtcTicks - now.UtcTicks % Column.Ticks, DateTimeKind.Utc) + Column - Length;
}
