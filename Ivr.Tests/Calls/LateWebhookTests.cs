using Ivr.Caller.TwiML;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>A late webhook whose answer is followed on, and a confirmation that arrives many times at the same moment.</summary>
public sealed class LateWebhookTests(TestCluster cluster)
{
    private const string WholeCall = "131";

    [Fact]
    public async Task A_late_repeat_of_the_user_number_does_not_take_the_entry_for_its_own_duplicate()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + WholeCall);

        var step = await call.Resends(call.Exchanges[3]);
        Assert.Contains("Voor huishoudelijke hulp", step.Document.Spoken, StringComparison.Ordinal);
        foreach (var digit in new[] { "1", "3" })
        {
            var action = Assert.IsType<Gather>(Assert.Single(step.Document.Verbs)).Action!;
            step = await server.Phone.SendAsync(step.Request.At(new Uri(step.Request.Url, action)).With("Digits", digit));
        }

        Assert.Contains("Om te bevestigen druk 1", step.Document.Spoken, StringComparison.Ordinal);
        Assert.DoesNotContain("al geregistreerd", step.Document.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_confirmations_at_the_same_moment_make_one_row_with_one_reference()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + WholeCall);
        var confirm = call.Exchanges[^1];

        var repeats = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => call.Resends(confirm)));

        var row = Assert.Single(await server.Database.FeedAsync());
        Assert.All(repeats, repeat => Assert.Contains(DigitGroups.Groups(row.Reference), Words(repeat), StringComparison.Ordinal));
        Assert.Equal(9, await server.Database.SingleAsync<int>("select deliveries from prestation"));
    }

    private static string Words(Exchange exchange) => exchange.Document.Spoken;
}
