using Ivr.StateMachine;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Caller.BrowserPhone;

public sealed class CallTests(TestCluster cluster, Chromium chromium)
{
    [Fact]
    public async Task Be_silent_lets_the_question_time_out_and_the_server_asks_again()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);

        for (var time = 1; time <= 3; time++)
        {
            await phone.Button("Be silent").ClickAsync();
            await Assertions.Expect(phone.Transcript.GetByText("the caller is silent")).ToHaveCountAsync(time);
        }

        await Assertions.Expect(phone.State).ToHaveTextAsync("Ended");
        await Assertions.Expect(phone.Verdict).ToContainTextAsync("NOT recorded: the server hung up");
        await Assertions.Expect(phone.Button("Call")).ToBeVisibleAsync();
        Assert.Empty(await phone.Server.Database.FeedAsync());
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task Hang_up_in_the_middle_records_nothing_and_tells_the_server()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await phone.ClickAsync(TestData.Nl.Keys);
        await Assertions.Expect(phone.State).ToHaveTextAsync("UserNumber");
        await phone.ClickAsync("1000");
        await phone.Button("Hang up").ClickAsync();

        await Assertions.Expect(phone.Verdict).ToContainTextAsync("NOT recorded: the caller hung up");
        await Assertions.Expect(phone.Transcript).ToContainTextAsync("then hangs up");
        await Assertions.Expect(phone.Page.Locator("#webhooks summary").First).ToContainTextAsync("/voice/status");
        Assert.Empty(await phone.Server.Database.FeedAsync());
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task A_page_that_is_closed_has_hung_up()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.CallAsync(TestData.FlandersLandline);

        await phone.Page.CloseAsync();

        await phone.Server.SaidAsync(", completed; ", times: 1);
    }

    [Fact]
    public async Task A_language_is_picked_and_spoken_words_say_which_language_they_are_in()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await Assertions.Expect(phone.Transcript.Locator("[lang='de-DE']")).ToContainTextAsync("Für Deutsch");
        await phone.ClickAsync("3#");

        await Assertions.Expect(phone.Transcript.Locator("[lang='de-DE']")).ToHaveCountAsync(2);
        await Assertions.Expect(phone.Page.Locator("#now")).ToHaveAttributeAsync("lang", "de-DE");
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task The_TwiML_of_each_step_is_there_to_look_at_and_the_password_is_nowhere()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await phone.ClickAsync(TestData.Nl.Keys);
        await Assertions.Expect(phone.State).ToHaveTextAsync("UserNumber");

        var latest = phone.Page.Locator("#webhooks details").First;
        await Assertions.Expect(latest.Locator("summary")).ToContainTextAsync("POST /voice/answer");
        await Assertions.Expect(latest).ToContainTextAsync("<Say voice=\"Polly.Lisa-Neural\" language=\"nl-BE\">");
        await Assertions.Expect(latest).ToContainTextAsync("X-Ivr-State");
        await Assertions.Expect(latest).ToContainTextAsync("•••••");
        await Assertions.Expect(phone.Transcript).ToContainTextAsync("••••••••••••#");
        await Assertions.Expect(phone.Transcript).ToContainTextAsync("•••••#");
        await Assertions.Expect(latest).ToContainTextAsync("characters)");
        await phone.Page.GetByLabel("Long values whole").CheckAsync();
        await Assertions.Expect(latest).Not.ToContainTextAsync("characters)");

        foreach (var shown in new[] { phone.Received, await phone.Transcript.InnerTextAsync(), await phone.Page.Locator("#webhooks").InnerHTMLAsync() })
        {
            Assert.DoesNotContain(TestData.Nl.Password, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(TestServer.AuthToken, shown, StringComparison.Ordinal);
        }

        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task The_current_state_is_lit_with_the_way_that_led_there()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await Assertions.Expect(phone.Page.Locator(".node.lit")).ToHaveTextAsync("Login");
        await phone.ClickAsync(TestData.Nl.Keys);

        await Assertions.Expect(phone.Page.Locator(".node.lit")).ToHaveTextAsync("UserNumber");
        await Assertions.Expect(phone.Page.Locator(".node.seen")).ToHaveTextAsync(["Login", "Password", "CheckingLogin", "UserNumber"]);
        await Assertions.Expect(phone.Page.Locator(".edge.taken")).ToHaveCountAsync(3);
        // All states but the superstate.
        await Assertions.Expect(phone.Page.Locator(".node")).ToHaveCountAsync(Enum.GetValues<CallState>().Length - 1);
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task Without_the_server_s_files_any_number_can_be_called_and_the_states_are_listed()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium, knowsServer: false);
        await phone.HurryAsync();
        await phone.Page.GetByLabel("The other number").FillAsync("nobody");
        await phone.Button("Call").ClickAsync();
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no telephone number");

        await phone.Page.GetByLabel("The other number").FillAsync("0800/355 30");
        await phone.Button("Call").ClickAsync();
        await Assertions.Expect(phone.State).ToHaveTextAsync("Login");
        await phone.ClickAsync(TestData.Nl.Login + "#");

        await Assertions.Expect(phone.Page.Locator("#picture li")).ToHaveTextAsync(["Login", "Password"]);
        await Assertions.Expect(phone.Page.Locator("#picture li.lit")).ToHaveTextAsync("Password");
        phone.ComplainsOfNothing();
    }
}
