using Ivr.Caller.TwiML;
using Ivr.Tests.Host;
using Ivr.Tests.StateMachine;

namespace Ivr.Tests.Emergency;

/// <summary>The prompts as static files, for hosting elsewhere, have the same words as the server's.</summary>
public sealed class StaticWordsTests
{
    [Fact]
    public async Task The_committed_files_are_those_that_the_command_writes()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, _, errors) = await ServerProgram.RunAsync(folder.Path, "Production", "static-words", folder.In("words"));
        Assert.Empty(errors);
        Assert.Equal(0, exitCode);

        var written = Directory.EnumerateFiles(folder.In("words")).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(TestLines.Configured.All.Select(line => $"{line.Name}.xml"), written.Select(Path.GetFileName));
        foreach (var file in written)
        {
            var text = await File.ReadAllTextAsync(file);
            var committed = Repository.In("docs", "static-words", Path.GetFileName(file));
            Assert.Equal(text, (await File.ReadAllTextAsync(committed)).ReplaceLineEndings("\n"));

            var verbs = TwiMLReader.Read(text).Verbs;
            Assert.IsType<Hangup>(verbs[^1]);
            Assert.Equal(4, verbs.OfType<Say>().Select(say => say.Language).Distinct().Count());
        }
    }
}
