using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Live;

/// <summary>The credentials of the Twilio account come from the environment and are checked before any other work.</summary>
public sealed class CredentialTests(TestCluster cluster) : LiveTest(cluster)
{
    private string _missing = "";
    private string _sid = TwilioApi.AccountSid;

    [Theory]
    [InlineData("TWILIO_ACCOUNT_SID", "No account: set TWILIO_ACCOUNT_SID")]
    [InlineData("TWILIO_AUTH_TOKEN", "No auth token: set TWILIO_AUTH_TOKEN")]
    public async Task What_is_missing_is_named(string name, string message)
    {
        _missing = name;

        Assert.Equal(2, await RunAsync(Straight, "--yes"));

        Assert.StartsWith(message, Errors, StringComparison.Ordinal);
        Assert.Empty(Twilio.Requests);
        Assert.Empty(await Rehearsal.Database.FeedAsync());
    }

    [Theory]
    [InlineData("TWILIO_ACCOUNT_SID")]
    [InlineData("TWILIO_AUTH_TOKEN")]
    public async Task A_dry_run_needs_none(string name)
    {
        _missing = name;

        Assert.Equal(0, await RunAsync(Straight, "--dry-run"));
    }

    [Theory]
    [InlineData("--dry-run", "x")]
    [InlineData("--yes", TwilioApi.Token)]
    public async Task An_account_that_is_none_is_refused_and_not_repeated(string how, string sid)
    {
        _sid = sid;

        Assert.Equal(2, await RunAsync(Straight, how));

        Assert.Equal("TWILIO_ACCOUNT_SID is no account: it must be AC and 32 hexadecimal digits. No call was placed.", Errors.TrimEnd());
        Assert.Empty(Twilio.Requests);
    }

    [Fact]
    public async Task The_account_may_be_an_argument()
    {
        _missing = "TWILIO_ACCOUNT_SID";

        await RunAsync(Straight, "--yes", "--account-sid", TwilioApi.AccountSid);

        Assert.Single(Twilio.Placed);
    }

    protected override string? Variable(string name) => name switch
    {
        _ when name == _missing => "",
        "TWILIO_ACCOUNT_SID" => _sid,
        _ => base.Variable(name),
    };
}
