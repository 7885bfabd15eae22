using System.CommandLine;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Commands.Replaying;
using Ivr.Caller.Live;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Live;

/// <summary>Runs the live command with a server for the rehearsal and a fake Twilio API.</summary>
public abstract class LiveTest(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>A phone number of the Twilio account, used as the caller.</summary>
    protected const string TestNumber = "+32460200000";

    /// <summary>A script for a call in Dutch, without errors or corrections.</summary>
    protected const string Straight = """
        title: Three hours
        dial: "+3280035530"
        steps:
        - press: 980000000011#
        - press: 47110#
        - press: 100000000135
        - press: 1
        - press: 3
        - hear: huishoudelijke hulp, 3 uren
        - press: 1
        - hear: Geregistreerd.
        - hang up
        then:
          prestations:
          - {reference: heard, worker_login: 980000000011, user_number: 100000000135, activity: 1, hours: 3}
        """;

    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly TemporaryFolder _folder = new();

    internal TwilioApi Twilio { get; private set; } = null!;

    /// <summary>The server on which the command rehearses scripts.</summary>
    private protected TestServer Rehearsal { get; private set; } = null!;

    protected TestCluster Cluster => cluster;

    protected string Output => _out.ToString();

    protected string Errors => _error.ToString();

    public async ValueTask InitializeAsync()
    {
        Twilio = await TwilioApi.StartAsync();
        Rehearsal = await TestServer.TakeAsync(cluster);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.DoesNotContain(TwilioApi.Token, Output + Errors, StringComparison.Ordinal);
        await Twilio.DisposeAsync();
        await Rehearsal.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<int> RunAsync(string script, params string[] more) => RunAsync(script, Twilio.Handler, more);

    /// <summary>Runs the command without a detour: the requests go where the options say.</summary>
    protected Task<int> RunUndivertedAsync(string script, params string[] more) => RunAsync(script, api: null, more);

    private protected async Task<int> RunAsync(string script, HttpMessageHandler? api, params string[] more)
    {
        await _folder.WriteAsync("token", TestServer.AuthToken);
        await _folder.WriteAsync("live.yaml", script);
        var terminal = new Terminal(_out, _error) { Directory = _folder.Path, Variable = Variable };
        var access = new LineAccess(api) { LookEvery = TimeSpan.FromMilliseconds(1), Looks = 10 };
        string[] args =
            ["live.yaml", "--live", "--url", Rehearsal.Url.ToString(), "--auth-token-file", "token", "--from-number", TestNumber, .. more];
        return await ReplayCommand.Create(terminal, access).Parse(args)
            .InvokeAsync(new InvocationConfiguration { Output = _out, Error = _error });
    }

    /// <summary>The value of an environment variable; null when it is not set.</summary>
    protected virtual string? Variable(string name) => name switch
    {
        "TWILIO_ACCOUNT_SID" => TwilioApi.AccountSid,
        "TWILIO_AUTH_TOKEN" => TwilioApi.Token,
        _ => null,
    };
}
