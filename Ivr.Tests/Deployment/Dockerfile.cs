using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment;

/// <summary>The image's recipe, read as far as it is needed here: one instruction a line, with lines joined that end in a backslash.</summary>
internal static class Dockerfile
{
    /// <summary>Instruction and arguments, first to last.</summary>
    public static IReadOnlyList<(string Instruction, string Arguments)> Instructions { get; } =
    [
        .. Regex.Replace(File.ReadAllText(Repository.In("Dockerfile")), @"\\\n\s*", "", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' ', 2))
            .Select(parts => (parts[0], parts[1])),
    ];

    /// <summary>What the server finds in its environment.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = Last
        .Where(instruction => instruction.Instruction == "ENV")
        .SelectMany(instruction => instruction.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The instructions of the image that is run, not of the one that builds it.</summary>
    public static IEnumerable<(string Instruction, string Arguments)> Last =>
        Instructions.Skip(Instructions.Index().Last(each => each.Item.Instruction == "FROM").Index);
}
