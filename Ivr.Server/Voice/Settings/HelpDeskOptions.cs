namespace Ivr.Server.Voice.Settings;

/// <summary>
/// The help desk that callers can be connected to in an emergency: configuration section <c>HelpDesk</c>. Disabled when it has no number.
/// </summary>
internal sealed class HelpDeskOptions
{
    public const string Section = "HelpDesk";

    /// <summary>The E.164 number.</summary>
    public string? Number { get; init; }

    /// <summary>Opening hours in Brussels time, such as <c>08:00-17:00</c>. The keys are the English names of the weekdays.</summary>
    public IReadOnlyDictionary<string, string> Hours { get; init; } = new Dictionary<string, string>();
}
