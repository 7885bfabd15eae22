using Ivr.Tests.Host;

namespace Ivr.Tests.Live;

/// <summary>The account's credentials come from the environment, and are asked for before anything else happens.</summary>
public sealed class CredentialTests(TestCluster cluster) : LiveTest(cluster)
{
    private string _missing = "";

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

    [Fact]
    public async Task The_account_may_be_an_argument()
    {
        _missing = "TWILIO_ACCOUNT_SID";

        await RunAsync(Straight, "--yes", "--account-sid", TwilioApi.AccountSid);

        Assert.Single(Twilio.Placed);
    }

    protected override string? Variable(string name) => name == _missing ? "" : base.Variable(name);
}
