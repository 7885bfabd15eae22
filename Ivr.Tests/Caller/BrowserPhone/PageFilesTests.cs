using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>The files of the phone's page.</summary>
public sealed class PageFilesTests
{
    // Otherwise the browser finds a module only when it has read the one that imports it.
    [Fact]
    public async Task The_page_names_each_module_so_that_all_are_fetched_at_once()
    {
        var folder = Repository.In("Ivr.Caller", "BrowserPhone", "Page");
        var page = await File.ReadAllTextAsync(Path.Combine(folder, "index.html"), TestContext.Current.CancellationToken);
        var modules = Directory.GetFiles(folder, "*.js").Select(file => Path.GetFileName(file)!).Where(name => name != "main.js").ToList();

        Assert.NotEmpty(modules);
        Assert.All(modules, name => Assert.Contains($"<link rel=\"modulepreload\" href=\"{name}\">", page, StringComparison.Ordinal));
    }
}
