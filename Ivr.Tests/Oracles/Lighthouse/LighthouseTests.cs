using Ivr.Tests.Host;

namespace Ivr.Tests.Oracles.Lighthouse;

/// <summary>
/// Lighthouse gives the company's page and the phone's page the full score. The scores for accessibility and best practices, and the audits
/// that <see cref="PageReport"/> selects, do not depend on the speed of the machine; <see cref="PerformanceTests"/> has what does.
/// </summary>
public sealed class LighthouseTests(TestCluster cluster)
{
    [Theory]
    [InlineData("today")]
    [InlineData("phone")]
    public async Task It_finds_nothing_to_improve(string name)
    {
        await using var pages = await MeasuredPages.OpenAsync(cluster);

        var report = await PageReport.OfAsync(pages.All.Single(page => page.Name == name), isOnPhone: true);

        Assert.Empty(report.Findings);
        Assert.Equal((100, 100), (report.Accessibility, report.BestPractices));
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: performance {report.Performance}");
    }
}
