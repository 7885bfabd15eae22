namespace Ivr.Tests.Host;

/// <summary>How the line says things.</summary>
internal static class DigitGroups
{
    /// <summary>Digits one by one, in groups of three.</summary>
    public static string Groups(string digits) => string.Join(", ", digits.Chunk(3).Select(group => string.Join(' ', group)));
}
