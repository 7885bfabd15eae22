namespace Ivr.Server.Voice.Settings;

/// <summary>A phone line, configured under <c>Lines:NAME</c>.</summary>
internal sealed class LineOptions
{
    /// <summary>The section that contains all lines, by name.</summary>
    public const string Section = "Lines";

    /// <summary>The E.164 numbers of this line.</summary>
    public IList<string> Numbers { get; init; } = [];

    /// <summary>
    /// The language codes in menu order: <c>nl</c>, <c>fr</c>, <c>de</c>, <c>en</c>. A call starts in the first language.
    /// </summary>
    public IList<string> Languages { get; init; } = [];
}
