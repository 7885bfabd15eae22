using Ivr.Server.Voice.Settings;

namespace Ivr.Tests.Deployment.Configuration;

public class TwilioVoicesTests
{
    [Fact]
    public void Each_voice_of_our_own_table_is_one_that_Twilio_has()
    {
        Assert.NotEmpty(TwilioVoices.Polly);
        Assert.All(TwilioVoices.Polly, voice => Assert.True(TwilioVoices.HasVoice(voice), voice));
    }

    [Theory]
    [InlineData("Polly.Lisa-Neural", "nl-BE", true)]
    [InlineData("Polly.Lisa-Neural", "nl-NL", false)]
    [InlineData("Polly.Hannah-Neural", "de-AT", true)]
    [InlineData("Polly.Vicki-Neural", "de-AT", false)]
    [InlineData("Polly.Somebody-Neural", "de-AT", false)]
    [InlineData("Google.nl-BE-Wavenet-C", "nl-BE", true)]
    [InlineData("Google.nl-BE-Wavenet-C", "nl-NL", false)]
    [InlineData("Google.nl-BE-Wavenet-Z", "nl-BE", false)]
    [InlineData("woman", "fr-BE", true)]
    [InlineData("polly.lisa-neural", "nl-BE", false)]
    public void A_voice_speaks_its_own_locale(string voice, string locale, bool speaks) =>
        Assert.Equal(speaks, TwilioVoices.Speaks(voice, locale));
}
