using System.Xml.Linq;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Tests.StandIns;

/// <summary>How the parameters of an element are written.</summary>
public class TwiMLAttributeTests
{
    [Fact]
    public void Every_verb_without_parameters_is_written_without_attributes() => Expect(
        "<Say></Say><Gather></Gather><Pause></Pause><Hangup></Hangup>", new Say(), new Gather(), new Pause(), new Hangup());

    [Fact]
    public void A_pause_has_a_length() => Expect("<Pause length=\"3\"></Pause>", new Pause(3));

    [Fact]
    public void Attributes_stand_in_the_order_of_the_parameters() => Expect(
        "<Gather input=\"dtmf speech\" action=\"/a\" method=\"GET\" timeout=\"7\" speechTimeout=\"auto\" maxSpeechTime=\"30\" "
        + "profanityFilter=\"false\" finishOnKey=\"#\" numDigits=\"12\" partialResultCallback=\"/p\" partialResultCallbackMethod=\"POST\" "
        + "language=\"nl-BE\" hints=\"een, twee\" bargeIn=\"true\" debug=\"false\" actionOnEmptyResult=\"true\" "
        + "speechModel=\"default\" enhanced=\"true\"></Gather>",
        new Gather(
            enhanced: true,
            speechModel: "default",
            actionOnEmptyResult: true,
            debug: false,
            bargeIn: true,
            hints: "een, twee",
            language: Gather.LanguageEnum.NlBe,
            partialResultCallbackMethod: HttpMethod.Post,
            partialResultCallback: new Uri("/p", UriKind.Relative),
            numDigits: 12,
            finishOnKey: "#",
            profanityFilter: false,
            maxSpeechTime: 30,
            speechTimeout: "auto",
            timeout: 7,
            method: "get",
            action: new Uri("/a", UriKind.Relative),
            input: [Gather.InputEnum.Dtmf, Gather.InputEnum.Speech]));

    [Fact]
    public void Voice_loop_and_language_stand_in_this_order() => Expect(
        "<Say voice=\"Polly.Lisa-Neural\" loop=\"2\" language=\"nl-BE\">Dag</Say>",
        new Say("Dag", language: Say.LanguageEnum.NlBe, loop: 2, voice: Say.VoiceEnum.PollyLisaNeural));

    [Fact]
    public void An_empty_value_is_a_value() => Expect("<Gather finishOnKey=\"\"></Gather>", new Gather(finishOnKey: ""));

    [Theory]
    [InlineData("https://voice.example.be/voice?s=a_b-c&t=é 1", "https://voice.example.be/voice?s=a_b-c&amp;t=é 1")]
    [InlineData("HTTPS://Voice.Example.be:443/a/../b", "HTTPS://Voice.Example.be:443/a/../b")]
    [InlineData("?s=%C3%A9", "?s=%C3%A9")]
    public void A_url_is_written_as_it_was_given(string url, string written) => Expect(
        $"<Gather action=\"{written}\" partialResultCallback=\"{written}\"></Gather>",
        new Gather(action: new Uri(url, UriKind.RelativeOrAbsolute), partialResultCallback: new Uri(url, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void Text_and_values_are_escaped() => Expect(
        "<Say>1 &lt; 2 &amp; \"drie\" 😀</Say><Gather hints=\"&quot;a&quot; &lt;b&gt; &amp; c's&#xA;\"></Gather>",
        new Say("1 < 2 & \"drie\" 😀"),
        new Gather(hints: "\"a\" <b> & c's\n"));

    private static void Expect(string inside, params TwiML[] elements)
    {
        var response = new VoiceResponse();
        foreach (var element in elements)
            response.Append(element);
        Assert.Equal(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Response>{inside}</Response>", response.ToString(SaveOptions.DisableFormatting));
    }
}
