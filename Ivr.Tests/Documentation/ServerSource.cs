using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation;

/// <summary>The log lines, events, metrics and readiness messages in the server's source code.</summary>
internal static partial class ServerSource
{
    private static readonly Lazy<string> Text = new(() => string.Join('\n', Directory
        .EnumerateFiles(Repository.In("Ivr.Server"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText)));

    /// <summary>The log messages with their levels: <c>Warning: Call {CallSid}: ...</c>.</summary>
    public static IReadOnlyList<string> LogLines =>
        [.. LogCall().Matches(Text.Value).Select(call => $"{call.Groups["level"].Value}: {call.Groups["message"].Value}")];

    /// <summary>The number of log calls in the source, found with a wider pattern than <see cref="LogLines"/>.</summary>
    public static int LogCalls => AnyLogCall().Count(Text.Value);

    /// <summary>Numbered events, such as <c>1001 LoginFailuresHigh</c>.</summary>
    public static IReadOnlyList<string> Events =>
        [.. Event().Matches(Text.Value).Select(made => $"{made.Groups["id"].Value} {made.Groups["name"].Value}")];

    /// <summary>The names of all metrics.</summary>
    public static IReadOnlyList<string> Figures => [.. Instrument().Matches(Text.Value).Select(made => made.Groups["name"].Value)];

    /// <summary>The messages of readiness checks that fail, or warn.</summary>
    public static IReadOnlyList<string> Unready => [.. Unhealthy().Matches(Text.Value).Select(made => made.Groups["why"].Value)];

    [GeneratedRegex(@"(\bLog|\[LoggerMessage\(\s*\d+,\s*LogLevel\.)(?<level>Information|Warning|Error|Critical)(\(\s*(\w+,\s*)?|,\s*)""(?<message>[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LogCall();

    [GeneratedRegex(@"\bLog(Information|Warning|Error|Critical)\(|\[LoggerMessage\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyLogCall();

    [GeneratedRegex(@"EventId \w+ = new\((?<id>[0-9]+), ""(?<name>\w+)""\)|\[LoggerMessage\(\s*(?<id>[0-9]+),[^\]]*EventName = ""(?<name>\w+)""\)", RegexOptions.None, 1000)]
    private static partial Regex Event();

    [GeneratedRegex(@"\.Create(Observable)?(Counter|UpDownCounter|Gauge|Histogram|Seconds)(<\w+>)?\(\s*""(?<name>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"\.(Unhealthy|Degraded|Healthy)\(""(?<why>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unhealthy();
}
