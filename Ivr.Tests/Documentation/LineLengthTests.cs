using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation;

/// <summary>The limit is in .editorconfig, where editors read it to wrap lines.</summary>
public sealed partial class LineLengthTests
{
    [Fact]
    public void No_line_of_code_is_longer_than_editorconfig_says()
    {
        var most = int.Parse(Limit().Match(File.ReadAllText(Repository.In(".editorconfig"))).Groups["most"].Value);

        Assert.Empty(
            from project in new[] { "Ivr.StateMachine", "Ivr.Server", "Ivr.Caller", "Ivr.Tests", "Twilio.AspNet.Core" }
            from file in Directory.EnumerateFiles(Repository.In(project), "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(Repository.In(), file)
            where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            from line in File.ReadLines(file).Index()
            where line.Item.Length > most
            select $"{path}:{line.Index + 1}");
    }

    [GeneratedRegex(@"^\[\*\.cs\]\nmax_line_length = (?<most>[0-9]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Limit();
}
