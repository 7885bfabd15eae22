using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>Gather as on a real line. The test advances the time of the page, so no test waits.</summary>
public sealed class RealTimeTests(TestCluster cluster, Chromium chromium)
{
    private const int Second = 1000;

    [Fact]
    public async Task The_first_key_cuts_the_prompt_off()
    {
        await using var phone = await OpenAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await phone.Page.Clock.RunForAsync(Second);
        await Assertions.Expect(Speaking(phone)).ToContainTextAsync("Welkom");
        await Assertions.Expect(Waiting(phone)).ToContainTextAsync("Listening");
        await phone.PhotographAsync("desktop-speaking", fullPage: false);

        await phone.ClickAsync("9");

        await Assertions.Expect(Speaking(phone)).ToHaveCountAsync(0);
        await Assertions.Expect(Waiting(phone)).ToContainTextAsync("s left");
        await Assertions.Expect(phone.Transcript).ToContainTextAsync("cut off after");
        await Assertions.Expect(phone.Transcript).ToContainTextAsync("cut off before it began");
        await Assertions.Expect(phone.Page.Locator("#entry")).ToHaveTextAsync("•");
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task After_the_prompts_the_time_out_runs_and_silence_is_heard()
    {
        await using var phone = await OpenAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        for (var seconds = 0; !(await Waiting(phone).InnerTextAsync()).Contains("s left", StringComparison.Ordinal); seconds++)
        {
            Assert.True(seconds < 90, "The prompts do not end.");
            await phone.Page.Clock.RunForAsync(Second);
        }

        await phone.Page.Clock.RunForAsync(9 * Second);

        await Assertions.Expect(phone.Transcript).ToContainTextAsync("the caller is silent");
        await Assertions.Expect(phone.State).ToHaveTextAsync("Login");
        await Assertions.Expect(phone.Page.Locator("#webhooks details")).ToHaveCountAsync(2);
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task Keys_pressed_faster_than_the_server_answers_are_for_the_next_question()
    {
        await using var phone = await OpenAsync();
        await phone.CallAsync(TestData.FlandersLandline);

        await phone.Page.Keyboard.TypeAsync(TestData.Nl.Keys + TestData.InFlanders + "131");

        await Assertions.Expect(phone.State).ToHaveTextAsync("Recorded");
        Assert.Single(await phone.Server.Database.FeedAsync());
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task In_the_middle_of_a_prompt_the_caller_may_choose_not_to_wait_any_more()
    {
        await using var phone = await OpenAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await Assertions.Expect(Waiting(phone)).ToContainTextAsync("Listening");

        await phone.HurryAsync();

        await Assertions.Expect(Waiting(phone)).ToHaveTextAsync("Waiting for keys. Nothing times out.");
        await Assertions.Expect(phone.Transcript).Not.ToContainTextAsync("cut off");
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task Typed_keys_can_be_switched_off()
    {
        await using var phone = await OpenAsync();
        await phone.OpenSettingsAsync();
        await phone.Page.GetByLabel("Type keys").UncheckAsync();
        await phone.CallAsync(TestData.FlandersLandline);

        await phone.Page.Keyboard.TypeAsync("123");
        await phone.ClickAsync("4");

        await Assertions.Expect(phone.Page.Locator("#entry")).ToHaveTextAsync("•");
    }

    private Task<PhoneInBrowser> OpenAsync() => PhoneInBrowser.OpenAsync(cluster, chromium, clockStands: true);

    private static ILocator Speaking(PhoneInBrowser phone) => phone.Transcript.Locator(".speaking");

    private static ILocator Waiting(PhoneInBrowser phone) => phone.Page.Locator("#waiting");
}
