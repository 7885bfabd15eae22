namespace Ivr.Tests.Host;

internal static class DigitGroups
{
    /// <summary>Formats digits as the line speaks them: one by one, in groups of three.</summary>
    public static string Groups(string digits) => string.Join(", ", digits.Chunk(3).Select(group => string.Join(' ', group)));
}
