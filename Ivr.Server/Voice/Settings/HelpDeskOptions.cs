namespace Ivr.Server.Voice.Settings;

/// <summary>Where callers can be put through to in an emergency: configuration section <c>HelpDesk</c>. Off unless there is a number.</summary>
internal sealed class HelpDeskOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "HelpDesk";

    /// <summary>Its number, E.164.</summary>
    public string? Number { get; init; }

    /// <summary>Opening hours in Brussels time, such as <c>08:00-17:00</c>, by the English name of the weekday.</summary>
    public IReadOnlyDictionary<string, string> Hours { get; init; } = new Dictionary<string, string>();
}
