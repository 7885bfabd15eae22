using Spectre.Console;

namespace Ivr.Tests.Caller;

public sealed class CallCommandKeysTests : CommandTest
{
    [Fact]
    public async Task What_may_be_a_password_is_hidden_and_a_user_number_is_not()
    {
        await CallAsync("--keys", "980123456789#4711#112233445566", "--show-webhooks");

        Shows("keys   ••••#\n");
        Shows("keys   112233445566\n");
        Shows("  Digits=••••\n");
        Assert.DoesNotContain("4711", Output + Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, Output + Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_shown_to_those_who_ask()
    {
        await CallAsync("--keys", "980123456789#4711#112233445566", "--show-keys", "--show-webhooks");

        Shows("keys   4711#\n");
        Shows("  Digits=4711\n");
    }

    [Theory]
    [InlineData("12w#")]
    [InlineData("12,#")]
    public async Task Silence_can_be_typed_ahead(string keys)
    {
        await CallAsync("--keys", keys);

        Assert.Equal("POST /password CallStatus=in-progress Digits=12 FinishedOnKey= msg=Gather End", Server.Lines.ElementAt(1));
    }

    [Fact]
    public async Task Keys_left_over_are_told()
    {
        Assert.Equal(0, await CallAsync("--keys", "1# 2# 112233445566 99"));

        Assert.Equal("2 keys were left over when the call ended.\n", Errors);
    }

    [Fact]
    public async Task Keys_are_asked_for_when_somebody_is_there_and_hidden_where_they_may_be_a_password()
    {
        var asked = new List<bool>();
        var lines = new Queue<string>(["x", "980#", "4711#", "112233445566"]);

        Assert.Equal(0, await CallAsync(terminal => terminal with { Ask = Ask }));

        Assert.Equal([true, true, true, false], asked);
        Assert.Equal("A telephone has no key 'x'.\n", Errors);

        string Ask(IAnsiConsole console, bool hidden)
        {
            asked.Add(hidden);
            return lines.Dequeue();
        }
    }

    [Fact]
    public async Task Somebody_can_be_silent_and_hang_up()
    {
        Server.On("/voice/incoming", "<Gather/><Say>Hello?</Say><Gather/>");
        var lines = new Queue<string>(["", "h"]);

        Assert.Equal(1, await CallAsync(terminal => terminal with { Ask = (_, _) => lines.Dequeue() }));

        Shows("NOT recorded: the caller hung up after \"Hello?\"\n");
    }
}
