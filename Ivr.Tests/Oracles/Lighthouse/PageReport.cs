using System.Text.Json;
using Ivr.Server.Development;
using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;

namespace Ivr.Tests.Oracles.Lighthouse;

/// <summary>
/// What Lighthouse reports of a page. The scores are from 0 to 100. <c>Findings</c> are the audits behind accessibility, best practices and
/// <see cref="Unhurried"/> that are not passed.
/// </summary>
internal sealed record PageReport(int Performance, int Accessibility, int BestPractices, IReadOnlyList<string> Findings)
{
    // Audits of the performance whose result is the same on a fast and on a slow machine.
    private static readonly string[] Unhurried =
    [
        "cumulative-layout-shift", "dom-size", "duplicated-javascript", "font-display", "legacy-javascript", "no-document-write", "redirects",
        "total-byte-weight", "unminified-css", "unminified-javascript", "unsized-images", "uses-long-cache-ttl", "uses-passive-event-listeners",
        "viewport",
    ];

    /// <summary>
    /// Runs Lighthouse once, with the screen and the connection of a telephone or of a desktop, as Lighthouse simulates them. The report is
    /// kept in <c>TestResults/lighthouse</c>.
    /// </summary>
    public static async Task<PageReport> OfAsync(MeasuredPage page, bool isOnPhone)
    {
        var packages = NodePackages.FolderOf(Path.Combine("Oracles", "Lighthouse"));
        await NodePackages.InstallAsync(packages);
        var path = Path.Combine(
            Directory.CreateDirectory(Repository.In("TestResults", "lighthouse")).FullName, $"{page.Name}-{(isOnPhone ? "telephone" : "desktop")}");
        string[] command =
        [
            $"CHROME_PATH={Chromium.Program}", "node", Path.Combine(packages, "node_modules", "lighthouse", "cli", "index.js"), page.Url.ToString(),
            "--quiet", "--no-enable-error-reporting", "--locale=en", "--only-categories=performance,accessibility,best-practices",
            "--output=json", "--output=html", $"--output-path={path}", $"--chrome-flags={string.Join(' ', Chromium.Flags)}",
            $"--extra-headers={JsonSerializer.Serialize(page.Headers)}",
            .. isOnPhone ? Array.Empty<string>() : ["--preset=desktop"],
        ];

        var (exitCode, output) = await Shell.RunAsync("env", command);

        Assert.True(exitCode == 0, output);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync($"{path}.report.json"));
        return Read(report.RootElement);
    }

    private static PageReport Read(JsonElement report)
    {
        var categories = report.GetProperty("categories");
        var audits = new[] { "accessibility", "best-practices" }
            .SelectMany(name => categories.GetProperty(name).GetProperty("auditRefs").EnumerateArray())
            .Where(audit => audit.GetProperty("weight").GetDouble() > 0)
            .Select(audit => audit.GetProperty("id").GetString()!);
        return new(
            Score(categories, "performance"),
            Score(categories, "accessibility"),
            Score(categories, "best-practices"),
            [.. audits.Concat(Unhurried).Select(id => report.GetProperty("audits").GetProperty(id)).Where(IsNotPassed).Select(Finding)]);
    }

    // Null when an audit of the category failed to run; its finding says why.
    private static int Score(JsonElement categories, string name) =>
        categories.GetProperty(name).GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? (int)Math.Round(score.GetDouble() * 100) : 0;

    private static bool IsNotPassed(JsonElement audit) =>
        audit.GetProperty("scoreDisplayMode").GetString() == "error"
        || (audit.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 1);

    private static string Finding(JsonElement audit) => string.Join(
        ' ',
        new[] { "id", "title", "displayValue", "errorMessage", "details" }
            .Select(name => audit.TryGetProperty(name, out var value) ? value.ToString() : "").Where(text => text.Length > 0));
}
