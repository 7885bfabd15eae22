using System.Text;
using System.Text.RegularExpressions;
using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;

namespace Ivr.Tests.Secured;

/// <summary>The leaflets for workers: one printed page in each language, with the numbers of the lines and all short keys.</summary>
public sealed partial class LeafletTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private static readonly string[] Keys = ["1#", "2", "1", "9", "10#", "99#", "9#", "8#", "4#", "0#", "4", "*", "#"];

    private static readonly string[] Numbers = [TestData.FlandersLandline, TestData.FlandersMobile, TestData.Wallonia];

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("nl", "Nederlands")]
    [InlineData("fr", "Français")]
    [InlineData("de", "Deutsch")]
    [InlineData("en", "English")]
    public async Task Each_is_linked_for_companies_and_prints_on_one_page(string language, string name)
    {
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync("/company/phones");

        await screen.Page.Locator("main").GetByText(name, new() { Exact = true }).ClickAsync();

        Assert.Equal(language, await screen.Page.Locator("html").GetAttributeAsync("lang"));
        await screen.PhotographAsync($"leaflet-{language}");
        screen.ComplainsOfNothing();
        var pdf = Encoding.Latin1.GetString(await screen.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(PdfPage().Matches(pdf));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Each_has_the_same_keys_and_the_numbers_of_the_lines(string language)
    {
        var leaflet = await File.ReadAllTextAsync(Repository.In("Ivr.Server", "Secured", "Assets", $"leaflet-{language}.html"));
        var keys = KeySequence().Matches(leaflet).Select(match => string.Concat(Key().Matches(match.Value).Select(key => key.Groups["key"].Value))).ToList();
        var english = await File.ReadAllTextAsync(Repository.In("Ivr.Server", "Secured", "Assets", "leaflet-en.html"));

        Assert.Empty(Keys.Except(keys));
        Assert.Equal(KeySequence().Count(english), keys.Count);
        var digits = string.Concat(leaflet.Where(char.IsAsciiDigit));
        Assert.All(Numbers, number => Assert.Contains($"0{number[3..]}", digits, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, 1000)]
    private static partial Regex PdfPage();

    [GeneratedRegex("<kbd>[0-9*#]</kbd>( <kbd>[0-9*#]</kbd>)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeySequence();

    [GeneratedRegex("<kbd>(?<key>[0-9*#])</kbd>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
