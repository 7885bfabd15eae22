using Ivr.StateMachine.Flow;
using Ivr.Tests.Host;
using Stateless.Graph;

namespace Ivr.Tests.StateMachine;

/// <summary>The diagram in docs/call.md agrees with the code.</summary>
public class DiagramTests
{
    private const string Heading = "## The machine";
    private const string Opening = "```mermaid\n";
    private const string Closing = "\n```";

    [Fact]
    public async Task The_diagram_in_the_documentation_is_the_machine()
    {
        var flow = new CallFlow(TestLines.Flanders);
        // The end of the text is not part of the diagram, and the line endings of the two may differ.
        var diagram = MermaidGraph.Format(flow.GetInfo()).ReplaceLineEndings("\n").TrimEnd();

        var page = (await File.ReadAllTextAsync(Repository.In("docs", "call.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");

        if (DiagramIn(page) != diagram)
            Assert.Fail($"docs/call.md has another diagram under \"{Heading}\". The machine's is:\n\n{Opening}{diagram}{Closing}\n");
    }

    [Theory]
    [MemberData(nameof(TestLines.Names), MemberType = typeof(TestLines))]
    public void All_lines_have_the_same_diagram(string name)
    {
        var line = TestLines.Named(name);

        Assert.Equal(
            MermaidGraph.Format(new CallFlow(TestLines.Flanders).GetInfo()),
            MermaidGraph.Format(new CallFlow(line).GetInfo()));
    }

    private static string? DiagramIn(string page) =>
        page.Split($"\n{Heading}\n") is [_, var section] && section.Split(Opening) is [_, var block, ..]
            ? block.Split(Closing)[0]
            : null;
}
