using Ivr.Server.Voice.Settings;
using Ivr.Tests.Oracles;
using Twilio.TwiML.Voice;
using Task = System.Threading.Tasks.Task;

namespace Ivr.Tests.StandIns;

public class VoiceAndLanguageTests(TwilioOracle oracle)
{
    [Fact]
    public async Task The_voices_are_in_the_official_list()
    {
        var official = await oracle.VoicesAsync();
        Say.VoiceEnum[] ours =
        [
            Say.VoiceEnum.PollyLisaNeural, Say.VoiceEnum.PollyIsabelleNeural, Say.VoiceEnum.PollyVickiNeural, Say.VoiceEnum.PollyAmyNeural,
            Say.VoiceEnum.Man, Say.VoiceEnum.Woman, Say.VoiceEnum.Alice,
        ];
        Assert.All(ours, voice => Assert.Contains(voice.ToString(), official));
    }

    [Fact]
    public async Task The_voices_that_the_configuration_may_name_are_in_the_official_list()
    {
        var official = await oracle.VoicesAsync();

        Assert.All(TwilioVoices.Polly, voice => Assert.Contains(voice, official));
    }

    [Fact]
    public async Task The_languages_spoken_are_in_the_official_list()
    {
        var official = await oracle.LanguagesAsync();
        Say.LanguageEnum[] ours =
        [
            Say.LanguageEnum.NlBe, Say.LanguageEnum.FrBe, Say.LanguageEnum.DeDe, Say.LanguageEnum.EnGb,
            Say.LanguageEnum.NlNl, Say.LanguageEnum.FrFr, Say.LanguageEnum.EnUs,
        ];
        Assert.All(ours, language => Assert.Contains(language.ToString(), official));
    }

    [Fact]
    public async Task The_languages_listened_for_are_in_the_official_list()
    {
        var official = await oracle.GatherLanguagesAsync();
        Gather.LanguageEnum[] ours =
        [
            Gather.LanguageEnum.NlBe, Gather.LanguageEnum.NlNl, Gather.LanguageEnum.FrFr, Gather.LanguageEnum.DeDe,
            Gather.LanguageEnum.EnGb, Gather.LanguageEnum.EnUs,
        ];
        Assert.All(ours, language => Assert.Contains(language.ToString(), official));
    }

    [Theory]
    [InlineData("Polly.Lisa-Neural", "PollyLisaNeural")]
    [InlineData("Polly.Isabelle-Neural", "PollyIsabelleNeural")]
    [InlineData("Polly.Vicki-Neural", "PollyVickiNeural")]
    [InlineData("Polly.Amy-Neural", "PollyAmyNeural")]
    public void A_voice_has_the_name_and_the_text_that_the_configuration_uses(string text, string constant) =>
        Assert.Equal(text, typeof(Say.VoiceEnum).GetField(constant)!.GetValue(null)!.ToString());
}
