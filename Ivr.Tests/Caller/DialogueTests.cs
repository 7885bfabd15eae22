using Ivr.Caller.Calls;

namespace Ivr.Tests.Caller;

/// <summary>What a test can expect of a call, and the error when an expectation fails.</summary>
public sealed class DialogueTests : IAsyncLifetime
{
    private ScriptedServer _server = null!;
    private PhoneCall _call = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ScriptedServer.StartAsync(
            """
            <Gather action="/next">
              <Say language="nl-BE">Welkom bij de dienst.</Say>
              <Say language="nl-BE">Uw nummer?</Say>
              <Say language="fr-BE">Pour le français, 2.</Say>
            </Gather>
            """);
        _server.On("/next", "<Say language=\"nl-BE\">Tot ziens.</Say><Hangup/>");
        _call = await _server.DialAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _call.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_test_reads_as_a_phone_call()
    {
        _call.HearsIn("nl", "Welkom").HearsIn("fr-BE", "pour le français");
        await _call.Presses("12 34#");
        _call.HearsGoodbye("tot ziens").DoesNotHear("Welkom");
    }

    [Fact]
    public void Case_white_space_and_the_border_between_two_Says_do_not_matter() =>
        _call.Hears("DIENST.  uw\n nummer");

    [Fact]
    public void What_was_said_in_one_language_was_not_said_in_another()
    {
        Assert.Throws<NotHeardException>(() => _call.HearsIn("nl", "Pour le français"));
        Assert.Throws<NotHeardException>(() => _call.HearsIn("n", "Welkom"));
    }

    [Fact]
    public async Task What_was_said_before_the_last_key_is_not_heard_any_more()
    {
        await _call.Presses("1");

        Assert.Equal("", _call.Heard);
        Assert.Throws<NotHeardException>(() => _call.Hears("Welkom"));
    }

    [Fact]
    public async Task What_was_said_before_a_silence_is_not_heard_any_more()
    {
        await _call.StaysSilent();

        Assert.Equal("", _call.Heard);
    }

    [Fact]
    public void What_is_heard_although_it_should_not_be_is_an_error() =>
        Assert.Throws<NotHeardException>(() => _call.DoesNotHear("welkom"));

    [Fact]
    public void Goodbye_means_that_the_line_is_closed() =>
        Assert.Throws<NotHeardException>(() => _call.HearsGoodbye("Welkom"));

    [Fact]
    public async Task An_error_shows_what_was_expected_what_was_heard_and_the_whole_call()
    {
        await _call.Presses("12#");

        var error = Assert.Throws<NotHeardException>(() => _call.Hears("genoteerd"));

        Assert.Equal(
            """
            Expected: "genoteerd"
            Heard:    "Tot ziens."

            The call:
            0:00  -- +3225551234 dials +3280035530
            0:00  nl-BE  Welkom bij de dienst. (1.8 s)
            0:01  nl-BE  Uw nummer? (1.0 s)
            0:02  fr-BE  Pour le français, 2. (2.4 s)
            0:05  keys   12#
            0:06  nl-BE  Tot ziens. (1.0 s)
            0:07  -- the server hangs up

            """,
            error.Message);
    }

    [Fact]
    public async Task Keys_left_over_when_the_call_ends_are_an_error()
    {
        var error = await Assert.ThrowsAsync<KeysLeftOverException>(() => _call.Presses("12#34"));

        Assert.Equal("34", error.Keys);
    }

    [Fact]
    public async Task Nothing_can_be_done_on_a_closed_line()
    {
        await _call.HangsUp();

        await Assert.ThrowsAsync<KeysLeftOverException>(() => _call.Presses("1"));
        await Assert.ThrowsAsync<CallIsOverException>(_call.StaysSilent);
        await Assert.ThrowsAsync<CallIsOverException>(_call.HangsUp);
    }

    [Theory]
    [InlineData("12a")]
    [InlineData("")]
    public Task A_telephone_has_twelve_keys(string keys) =>
        Assert.ThrowsAsync<ArgumentException>(() => _call.Presses(keys));

    [Fact]
    public async Task Every_webhook_can_be_looked_at()
    {
        await _call.Presses("12#");

        Assert.Collection(
            _call.Exchanges,
            first => Assert.Equal(("/voice/incoming", 200), (first.Request.Url.AbsolutePath, (int)first.Status!)),
            second =>
            {
                Assert.Equal("12", second.Request.Form["Digits"]);
                Assert.Equal(("Tot ziens.", "text/xml"), (second.Document.Spoken, second.ContentType));
            });
    }
}
