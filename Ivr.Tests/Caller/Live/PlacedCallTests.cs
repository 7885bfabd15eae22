using Ivr.Caller.Hearing;
using Ivr.Tests.Host;
using Spoken = Ivr.Caller.Hearing.Spoken;

namespace Ivr.Tests.Caller.Live;

/// <summary>
/// The call that Twilio places does on another server what the rehearsal did. The pauses are right: no prompt is cut off and no
/// question times out.
/// </summary>
public sealed class PlacedCallTests(TestCluster cluster) : LiveTest(cluster)
{
    [Theory]
    [InlineData("+3280035530", "980000000011#47110#")]
    [InlineData("+3225475497", "980000000022#47220#")]
    [InlineData("+3280035180", "980000000033#47330#")]
    [InlineData("+3280035180", "4#980000000044#47440#")]
    public async Task The_keys_come_where_the_prompts_end_and_the_prestation_is_recorded(string number, string login)
    {
        var (answered, row) = await PlaceAsync($"title: Live\ndial: \"{number}\"\nsteps:\n- press: \"{login}\"\n- press: \"100000000236 2 4 1\"\n- hang up\n");

        Assert.Equal(("100000000236", 2, 4, TestNumber, number), (row.UserNumber, row.Activity, row.Hours, row.Caller, row.Dialled));
        Assert.DoesNotContain(answered.Call!.Transcript.Entries, entry => entry is Spoken { CutShort: true } or Silence { ByCaller: true });
        Assert.Equal(0, answered.KeysTooLate);
        Assert.NotEqual(row.CallSid, Output.Split("Placed ")[1][..34]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(20)]
    [InlineData(32)]
    [InlineData(4000)]
    public async Task Wherever_SendDigits_ends_the_TwiML_goes_on(int limit)
    {
        await PlaceAsync(Straight, "--send-digits-limit", limit.ToString());

        var order = Assert.Single(Twilio.Placed);
        Assert.True(order.GetValueOrDefault("SendDigits", "").Length <= limit);
        Assert.Equal(limit == 4000, !order["Twiml"].Contains("<Play", StringComparison.Ordinal));
        // The welcome prompt comes first and takes more than nine seconds.
        Assert.Equal(limit > 9, order.ContainsKey("SendDigits"));
    }

    [Fact]
    public async Task A_silence_is_waited_out_and_a_slip_is_corrected()
    {
        var (answered, row) = await PlaceAsync("""
            title: Corrected
            dial: "+3280035530"
            steps:
            - press: "980000000011# 47110# 100000000135 1"
            - silence
            - press: "4 2"
            - press: "3"
            - press: "5 1"
            """);

        Assert.Equal(5, row.Hours);
        Assert.Single(answered.Call!.Transcript.Entries.OfType<Silence>(), silence => silence.ByCaller);
    }

    [Fact]
    public async Task A_server_that_hangs_up_by_itself_is_waited_for()
    {
        var live = await AnswerAsync();
        await using var server = live.Server;

        Assert.Equal(0, await RunAsync("title: Nobody there\ndial: \"+3280035530\"\nsteps:\n- silence: 3\nends: server hung up\n", "--yes"));

        Assert.True(live.FarEnd.Call!.IsOver);
        Assert.Contains("completed", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_number_can_be_called_instead()
    {
        await PlaceAsync(Straight, "--to", "0800/351 80");

        Assert.Equal("+3280035180", Twilio.Placed[0]["To"]);
    }

    private async Task<(FarEnd FarEnd, FeedRow Row)> PlaceAsync(string script, params string[] more)
    {
        var live = await AnswerAsync();
        await using var server = live.Server;

        Assert.True(await RunAsync(script, ["--yes", .. more]) == 0, Output + Errors + live.FarEnd.Call?.Transcript);

        return (live.FarEnd, Assert.Single(await server.Database.FeedAsync()));
    }

    private async Task<(TestServer Server, FarEnd FarEnd)> AnswerAsync()
    {
        var server = await TestServer.TakeAsync(Cluster);
        var answered = new FarEnd(server.Phone);
        Twilio.Answer = answered.AnswerAsync;
        return (server, answered);
    }
}
