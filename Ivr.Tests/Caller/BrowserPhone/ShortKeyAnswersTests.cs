using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>The short keys at the user number are among the answers, as far as they are possible in the call.</summary>
public sealed class ShortKeyAnswersTests(TestCluster cluster, Chromium chromium)
{
    [Fact]
    public async Task The_client_just_served_is_offered_and_taken_with_one_click()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await phone.ClickAsync(TestData.Nl.Keys);
        await Assertions.Expect(phone.State).ToHaveTextAsync("UserNumber");
        await Assertions.Expect(Answers(phone)).ToContainTextAsync(["10# to 99#", "4#", "8#", "9#", "0#", "Flanders", "Brussels", "Wallonia"]);
        await Assertions.Expect(phone.Button("1# the offered client")).ToHaveCountAsync(0);
        await phone.ClickAsync(TestData.InFlanders + "131");
        await Assertions.Expect(phone.State).ToHaveTextAsync("Recorded");
        // Key 1 within a second of the question is the same key 1 twice, and answers nothing.
        phone.Server.Clock.Set(phone.Server.Clock.GetUtcNow().AddSeconds(2));
        await phone.Button("1 another entry").ClickAsync();
        await Assertions.Expect(phone.Button("1# the offered client")).ToBeVisibleAsync();
        await phone.PhotographAsync("desktop-short-keys");

        await phone.Button("1# the offered client").ClickAsync();

        await Assertions.Expect(phone.State).ToHaveTextAsync("Activity");
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task In_practice_only_its_own_are_there()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await phone.ClickAsync(TestData.Nl.Keys);

        await phone.Button("8# practice, or its end").ClickAsync();

        await Assertions.Expect(phone.Transcript).ToContainTextAsync("Oefening: we registreren niets.");
        await Assertions.Expect(Answers(phone)).ToContainTextAsync(["8#", "9#", "0#", "Flanders", "Brussels", "Wallonia"]);
        phone.ComplainsOfNothing();
    }

    private static ILocator Answers(PhoneInBrowser phone) => phone.Page.Locator("#answers li");
}
