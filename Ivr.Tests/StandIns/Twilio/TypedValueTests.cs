using Twilio.TwiML.Voice;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Tests.StandIns;

public class TypedValueTests
{
    [Fact]
    public void Values_of_one_type_are_equal_by_their_text()
    {
        Say.VoiceEnum voice = "Polly.Lisa-Neural";
        Assert.True(voice == Say.VoiceEnum.PollyLisaNeural);
        Assert.False(voice != Say.VoiceEnum.PollyLisaNeural);
        Assert.Equal(Say.VoiceEnum.PollyLisaNeural.GetHashCode(), voice.GetHashCode());
        Assert.False(voice == Say.VoiceEnum.PollyAmyNeural);
        Assert.False(voice == null);
    }

    [Fact]
    public void Values_of_two_types_differ_even_with_the_same_text() =>
        Assert.False((StringEnum)Say.LanguageEnum.NlBe == Gather.LanguageEnum.NlBe);

    [Fact]
    public void A_value_can_be_set_later()
    {
        var language = new Say.LanguageEnum();
        language.FromString("nl-BE");
        Assert.Equal(Say.LanguageEnum.NlBe, language);
        Assert.Equal("nl-BE", language.ToString());
    }

    [Fact]
    public void An_http_method_is_its_name_in_capitals()
    {
        HttpMethod method = "post";
        Assert.Equal("POST", method.ToString());
        Assert.Equal(HttpMethod.Post, method);
        Assert.NotEqual(HttpMethod.Get, method);
        Assert.Equal(HttpMethod.Post.GetHashCode(), method.GetHashCode());
    }
}
