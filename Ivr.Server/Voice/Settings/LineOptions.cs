namespace Ivr.Server.Voice.Settings;

/// <summary>A line as configured under <c>Lines:NAME</c>.</summary>
internal sealed class LineOptions
{
    /// <summary>Section that holds the lines, each by its name.</summary>
    public const string Section = "Lines";

    /// <summary>Numbers that ring on this line, E.164.</summary>
    public IList<string> Numbers { get; init; } = [];

    /// <summary>Languages in the line's order, <c>nl</c>, <c>fr</c>, <c>de</c>, <c>en</c>; the first is spoken first.</summary>
    public IList<string> Languages { get; init; } = [];
}
