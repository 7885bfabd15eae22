using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Ivr.StateMachine;

namespace Ivr.Tests.Calls.Speech;

/// <summary>
/// Says words with espeak-ng and measures how long that takes: the same on every machine. The voices of the line are a little faster or
/// slower.
/// </summary>
internal static partial class Espeak
{
    private const int WordsPerMinute = 150;
    private const int BytesOfHeader = 44;
    private const double BytesPerSecond = 2 * 22050;

    private static readonly ConcurrentDictionary<(Language Language, string Sentence), Lazy<double>> Measured = new();

    /// <summary>The seconds of a text. Each sentence is measured once, because many texts share it.</summary>
    public static double Seconds(Language language, string text) => EndOfSentence().Split(text)
        .Sum(sentence => Measured.GetOrAdd((language, sentence), said => new(() => Say(said.Language, said.Sentence))).Value);

    private static double Say(Language language, string sentence)
    {
        var voice = language == Language.En ? "en-gb" : language.Code();
        using var espeak = Process.Start(new ProcessStartInfo("espeak-ng", ["-v", voice, "-s", $"{WordsPerMinute}", "--stdout", sentence])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        using var wave = new MemoryStream();
        espeak.StandardOutput.BaseStream.CopyTo(wave);
        espeak.WaitForExit();
        return espeak.ExitCode == 0 && wave.Length > BytesOfHeader
            ? (wave.Length - BytesOfHeader) / BytesPerSecond
            : throw new InvalidOperationException($"espeak-ng says nothing in {voice}: {sentence}");
    }

    [GeneratedRegex("(?<=[.?!]) ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndOfSentence();
}
