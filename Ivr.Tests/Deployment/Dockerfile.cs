using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment;

/// <summary>
/// Parses the Dockerfile as far as these tests need: one instruction per line, after lines that end in a backslash are joined.
/// </summary>
internal static class Dockerfile
{
    /// <summary>Instructions and their arguments, in the order of the file.</summary>
    public static IReadOnlyList<(string Instruction, string Arguments)> Instructions { get; } =
    [
        .. Regex.Replace(File.ReadAllText(Repository.In("Dockerfile")), @"\\\n\s*", "", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' ', 2))
            .Select(parts => (parts[0], parts[1])),
    ];

    /// <summary>The environment variables that the image sets for the server.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = Last
        .Where(instruction => instruction.Instruction == "ENV")
        .SelectMany(instruction => instruction.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The instructions of the final image, without those of the build stage.</summary>
    public static IEnumerable<(string Instruction, string Arguments)> Last =>
        Instructions.Skip(Instructions.Index().Last(each => each.Item.Instruction == "FROM").Index);
}
