using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>
/// Prompts in the browser's voices. Headless Chromium has no voices, so the test provides fake ones, and decides when each prompt ends.
/// </summary>
public sealed class SpeechTests(TestCluster cluster, Chromium chromium)
{
    private const string MadeUpVoices = """
        globalThis.SpeechSynthesisUtterance = class extends EventTarget {
            constructor(text) { super(); this.text = text; }
        };
        const voices = ['en-US', 'en-GB', 'nl_NL', 'fr-FR', 'fr-BE'].map(lang => ({ lang }));
        globalThis.spoken = [];
        Object.defineProperty(globalThis, 'speechSynthesis', { value: {
            getVoices: () => voices,
            cancel: () => {},
            speak: words => spoken.push(words),
        } });
        """;

    [Fact]
    public async Task Each_prompt_is_spoken_in_the_nearest_voice_and_the_next_one_waits_for_its_end()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium, clockStands: true, script: MadeUpVoices);
        await phone.CallAsync(TestData.FlandersLandline);
        await SpokenAsync(phone, "nl_NL Welkom bij de dienstencheques.");
        await FinishAsync(phone);
        await SpokenAsync(phone, "nl_NL Uw login, en dan het hekje.");
        await FinishAsync(phone);
        await SpokenAsync(phone, "fr-BE Pour le français, 2 puis dièse.");
        await FinishAsync(phone);

        // No voice speaks German, so the page shows the words for as long as speaking them would take.
        await Assertions.Expect(phone.Transcript.Locator(".speaking")).ToContainTextAsync("Für Deutsch");
        await phone.Page.Clock.RunForAsync(5000);
        await SpokenAsync(phone, "en-GB For English, 4 and hash.");
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task Muted_nothing_is_spoken()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium, clockStands: true, script: MadeUpVoices);
        await phone.OpenSettingsAsync();
        await phone.Page.GetByLabel("Speak prompts").UncheckAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await phone.Page.Clock.RunForAsync(3000);

        await Assertions.Expect(phone.Transcript.Locator(".speaking")).ToContainTextAsync("Uw login");
        Assert.Equal(0, await phone.Page.EvaluateAsync<int>("spoken.length"));
    }

    private static async Task SpokenAsync(PhoneInBrowser phone, string words) => await phone.Page.WaitForFunctionAsync(
        "words => spoken.length > 0 && `${spoken.at(-1).lang} ${spoken.at(-1).text}` === words", words);

    private static async Task FinishAsync(PhoneInBrowser phone) =>
        await phone.Page.EvaluateAsync("spoken.at(-1).dispatchEvent(new Event('end'))");
}
