using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation;

/// <summary>Links of all pages lead to files and headings that exist.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", .. Directory.GetFiles(Repository.In("docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}"),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page) => Assert.Empty(Page.At(page).DeadLinks);
}
