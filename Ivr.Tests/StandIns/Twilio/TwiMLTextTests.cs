using System.Xml.Linq;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Tests.StandIns;

public class TwiMLTextTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    [Fact]
    public void A_document_is_declared_and_indented_by_two_spaces()
    {
        var response = new VoiceResponse()
            .Append(new Gather(numDigits: 1).Say("Eén").Pause(2))
            .Redirect(new Uri("/voice/again", UriKind.Relative), HttpMethod.Post);

        Assert.Equal(
            Declaration + """

            <Response>
              <Gather numDigits="1">
                <Say>Eén</Say>
                <Pause length="2"></Pause>
              </Gather>
              <Redirect method="POST">/voice/again</Redirect>
            </Response>
            """,
            response.ToString(SaveOptions.None),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Text_is_indented_unless_formatting_is_disabled()
    {
        var response = new VoiceResponse().Hangup();
        Assert.Equal(
            Declaration + "\n<Response>\n  <Hangup></Hangup>\n</Response>",
            response.ToString(SaveOptions.None),
            ignoreLineEndingDifferences: true);
        Assert.Equal(Declaration + "<Response><Hangup></Hangup></Response>", response.ToString(SaveOptions.DisableFormatting));
    }

    [Fact]
    public void An_empty_element_keeps_its_end_tag() => Expect("", new VoiceResponse());

    [Fact]
    public void Every_verb_without_parameters_is_written_without_attributes() => Expect(
        "<Say></Say><Play></Play><Pause></Pause><Gather></Gather><Redirect></Redirect><Dial></Dial><Reject></Reject><Hangup></Hangup>",
        new VoiceResponse().Say().Play().Pause().Gather().Redirect().Dial().Reject().Hangup());

    [Fact]
    public void Attributes_stand_in_the_order_of_the_parameters() => Expect(
        "<Gather input=\"dtmf speech\" action=\"/a\" method=\"GET\" timeout=\"7\" speechTimeout=\"auto\" maxSpeechTime=\"30\" "
        + "profanityFilter=\"false\" finishOnKey=\"#\" numDigits=\"12\" partialResultCallback=\"/p\" partialResultCallbackMethod=\"POST\" "
        + "language=\"nl-BE\" hints=\"een, twee\" bargeIn=\"true\" debug=\"false\" actionOnEmptyResult=\"true\" "
        + "speechModel=\"default\" enhanced=\"true\"></Gather>",
        new VoiceResponse().Gather(
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
        new VoiceResponse().Say("Dag", language: Say.LanguageEnum.NlBe, loop: 2, voice: Say.VoiceEnum.PollyLisaNeural));

    [Fact]
    public void An_empty_value_is_a_value() => Expect(
        "<Gather finishOnKey=\"\"></Gather>", new VoiceResponse().Gather(finishOnKey: ""));

    [Fact]
    public void Properties_are_written_as_they_are_when_the_document_is() => Expect(
        "<Gather timeout=\"9\"></Gather>",
        new VoiceResponse().Append(new Gather(timeout: 5, numDigits: 1) { Timeout = 9, NumDigits = null }));

    [Theory]
    [InlineData("https://voice.example.be/voice?s=a_b-c&t=é 1", "https://voice.example.be/voice?s=a_b-c&amp;t=é 1")]
    [InlineData("HTTPS://Voice.Example.be:443/a/../b", "HTTPS://Voice.Example.be:443/a/../b")]
    [InlineData("?s=%C3%A9", "?s=%C3%A9")]
    public void A_url_is_written_as_it_was_given(string url, string written) => Expect(
        $"<Gather action=\"{written}\"></Gather><Redirect>{written}</Redirect><Play>{written}</Play>",
        new VoiceResponse()
            .Gather(action: new Uri(url, UriKind.RelativeOrAbsolute))
            .Redirect(new Uri(url, UriKind.RelativeOrAbsolute))
            .Play(new Uri(url, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void Text_and_values_are_escaped() => Expect(
        "<Say>1 &lt; 2 &amp; \"drie\" 😀</Say><Gather hints=\"&quot;a&quot; &lt;b&gt; &amp; c's&#xA;\"></Gather>",
        new VoiceResponse().Say("1 < 2 & \"drie\" 😀").Gather(hints: "\"a\" <b> & c's\n"));

    [Fact]
    public void Options_stand_behind_the_attributes_and_the_last_value_counts()
    {
        var say = new Say("x", loop: 1).SetOption("a", 1).SetOption("b", true).SetOption("a", "2").SetOption("xml:lang", "nl");
        Assert.Equal("2", say.GetOption("a"));
        Assert.Null(say.GetOption("c"));
        Expect("<Say loop=\"1\" b=\"True\" a=\"2\" xml:lang=\"nl\">x</Say>", new VoiceResponse().Append(say));
    }

    [Fact]
    public void Text_and_elements_of_any_name_can_be_added()
    {
        var say = new Say("een ");
        say.AddChild("break").SetOption("strength", "weak");
        say.AddText(" twee & ");
        say.AddChild("emphasis").AddText("drie");
        Expect("<Say>een <break strength=\"weak\"></break> twee &amp; <emphasis>drie</emphasis></Say>", new VoiceResponse().Append(say));
    }

    [Fact]
    public void Append_gives_the_parent_and_Nest_the_child()
    {
        var response = new VoiceResponse();
        var gather = response.Nest(new Gather(numDigits: 1));
        Assert.Same(gather, gather.Append(new Say("x")));
        Assert.Same(response, response.Append(new Hangup()));
        Expect("<Gather numDigits=\"1\"><Say>x</Say></Gather><Hangup></Hangup>", response);
    }

    [Fact]
    public void A_document_has_a_declaration_and_one_root()
    {
        var document = new VoiceResponse().Hangup().ToXDocument();
        Assert.Equal("utf-8", document.Declaration!.Encoding);
        Assert.Equal("Response", document.Root!.Name);
        Assert.Single(document.Root.Elements("Hangup"));
    }

    [Fact]
    public void A_character_that_XML_does_not_allow_is_an_argument_error() =>
        Assert.Throws<ArgumentException>(() => new VoiceResponse().Say("\u0001").ToString(SaveOptions.None));

    [Fact]
    public void An_option_that_repeats_an_attribute_is_refused() =>
        Assert.Throws<InvalidOperationException>(
            () => new VoiceResponse().Append(new Say("x", loop: 1).SetOption("loop", 2)).ToString(SaveOptions.None));

    [Fact]
    public void Interpolation_prints_the_name_of_the_type() =>
        Assert.Equal("Twilio.TwiML.VoiceResponse", $"{new VoiceResponse()}");

    [Fact]
    public void Elements_may_still_be_given_to_the_obsolete_overloads()
    {
#pragma warning disable CS0618 // They are there.
        var response = new VoiceResponse()
            .Gather(new Gather().Say(new Say("x")).Pause(new Pause()).Play(new Play()))
            .Say(new Say("y"))
            .Pause(new Pause(1))
            .Play(new Play(digits: "1"))
            .Redirect(new Redirect())
            .Dial(new Dial("+3225475497"))
            .Reject(new Reject(Reject.ReasonEnum.Busy))
            .Hangup(new Hangup());
#pragma warning restore CS0618
        Expect(
            "<Gather><Say>x</Say><Pause></Pause><Play></Play></Gather><Say>y</Say><Pause length=\"1\"></Pause><Play digits=\"1\"></Play>"
            + "<Redirect></Redirect><Dial>+3225475497</Dial><Reject reason=\"busy\"></Reject><Hangup></Hangup>",
            response);
    }

    private static void Expect(string inside, VoiceResponse response) =>
        Assert.Equal($"{Declaration}<Response>{inside}</Response>", response.ToString(SaveOptions.DisableFormatting));
}
