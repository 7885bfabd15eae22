using Ivr.Caller.Calls;
using Ivr.Caller.TwiML;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>Webhooks that arrive twice or late, or fail; callers who hang up.</summary>
public sealed class DeliveryTests(TestCluster cluster)
{
    private const string WholeCall = "131";

    [Fact]
    public async Task Every_webhook_that_comes_twice_gets_the_same_words_and_there_is_one_row()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await AssertSameTwiceAsync(call);
        string[] answers =
        [
            "4#", $"{TestData.Nl.Login}#", "11111#", $"{TestData.Nl.Login}#", $"{TestData.Nl.Password}#", TestData.InFlanders,
            "1", "0", "3", "2", "#", "2", "#", "1",
        ];
        foreach (var keys in answers)
        {
            await call.Presses(keys);
            await AssertSameTwiceAsync(call);
        }

        call.HearsIn("en", "Recorded. Your reference is");
        Assert.Single(await server.Database.FeedAsync());
        Assert.Equal(2, await server.Database.SingleAsync<int>("select deliveries from prestation"));
    }

    [Fact]
    public async Task A_late_repeat_of_any_step_changes_nothing_and_spends_no_digit_on_another_question()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + WholeCall);
        var said = call.Exchanges.Select(Words).ToList();

        for (var step = 0; step < call.Exchanges.Count; step++)
            Assert.Equal(said[step], Words(await call.Resends(call.Exchanges[step])));

        var row = Assert.Single(await server.Database.FeedAsync());
        Assert.Equal((1, 3), (row.Activity, row.Hours));
    }

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

        Assert.Contains("Om te bevestigen, druk 1.", step.Document.Spoken, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("")]
    [InlineData("980000000011#")]
    [InlineData("980000000011#47110#")]
    [InlineData("980000000011#47110#100000000135")]
    [InlineData("980000000011#47110#1000000001351")]
    [InlineData("980000000011#47110#10000000013513")]
    public async Task Who_hangs_up_before_confirming_has_recorded_nothing(string keys)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        if (keys != "")
            await call.Presses(keys);
        await call.HangsUp();

        Assert.Equal("/voice/status", call.Exchanges[^1].Request.Url.AbsolutePath);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, call.Exchanges[^1].Status);
        Assert.Empty(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task Who_hangs_up_on_pressing_1_has_recorded()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await call.PressesAndHangsUp("1");

        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_it_rings_is_no_matter()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.Phone.DialAndGiveUpAsync(TestData.FlandersLandline);
        Assert.All(call.Exchanges, exchange => Assert.Null(exchange.Failure));
    }

    [Fact]
    public async Task A_node_takes_over_a_call_that_another_began()
    {
        var database = await cluster.CreateDatabaseAsync();
        await using var first = await TestServer.StartOnAsync(database, new(TestServer.Afternoon));
        await using var second = await TestServer.StartOnAsync(database, first.Clock);
        await using var call = await first.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");

        var confirm = new WebhookRequest(HttpMethod.Post, At(second.Url, Action(call)), call.Exchanges[^1].Request.Form).With("Digits", "1");
        var answer = await second.Phone.SendAsync(confirm);

        Assert.Contains("Geregistreerd. Uw referentie is", Words(answer), StringComparison.Ordinal);
        Assert.Single(await first.Database.FeedAsync());
    }

    private static Uri Action(PhoneCall call) => new(call.Exchanges[^1].Request.Url, call.Gather!.Action!);

    private static Uri At(Uri server, Uri url) => new(server, url.PathAndQuery);

    private static async Task AssertSameTwiceAsync(PhoneCall call) =>
        Assert.Equal(Words(call.Exchanges[^1]), Words(await call.ResendsLast()));

    private static string Words(Exchange exchange) => exchange.Document.Spoken;
}
