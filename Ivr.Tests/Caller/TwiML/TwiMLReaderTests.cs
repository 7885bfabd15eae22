using Ivr.Caller.TwiML;

namespace Ivr.Tests.Caller;

public sealed class TwiMLReaderTests
{
    [Fact]
    public void Verbs_are_read_with_Twilios_defaults()
    {
        var document = TwiMLReader.Read(
            "<Response><Say>Hello</Say><Play>a.mp3</Play><Pause/><Gather/><Dial>+3225551234</Dial><Redirect>/x</Redirect><Reject/><Hangup/></Response>");

        Assert.Collection(
            document.Verbs,
            verb => Assert.Equal(new Say("Hello", Voice: null, Language: null, Loop: 1), verb),
            verb => Assert.Equal(new Play("a.mp3", Digits: null, Loop: 1), verb),
            verb => Assert.Equal(new Pause(TimeSpan.FromSeconds(1)), verb),
            verb => AssertDefaults(Assert.IsType<Gather>(verb)),
            verb => Assert.Equal(new Dial("+3225551234", TimeSpan.FromSeconds(30)), verb),
            verb => Assert.Equal(new Redirect("/x", HttpMethod.Post), verb),
            verb => Assert.Equal(new Reject("rejected"), verb),
            verb => Assert.IsType<Hangup>(verb));
    }

    [Fact]
    public void Every_attribute_that_Twilio_allows_is_allowed()
    {
        var document = TwiMLReader.Read(
            """
            <Response>
              <Gather input="dtmf speech" action="/x" method="GET" timeout="7" finishOnKey="*" numDigits="12" actionOnEmptyResult="true"
                  bargeIn="true" debug="false" enhanced="true" hints="a, b" language="nl-BE" maxSpeechTime="9" profanityFilter="false"
                  partialResultCallback="/p" partialResultCallbackMethod="POST" speechModel="phone_call" speechTimeout="auto">
                <Say voice="Polly.Lisa-Neural" language="nl-BE" loop="2">Dag</Say>
                <Play loop="3">https://example.org/a.mp3</Play>
                <Play digits="1w2"/>
                <Pause length="4"/>
              </Gather>
            </Response>
            """);

        var gather = Assert.IsType<Gather>(Assert.Single(document.Verbs));
        Assert.Equal(("/x", HttpMethod.Get, TimeSpan.FromSeconds(7)), (gather.Action, gather.Method, gather.Timeout));
        Assert.Equal(('*', 12, true), (gather.FinishOnKey, gather.NumDigits, gather.ActionOnEmptyResult));
        Assert.Equal(
            [
                new Say("Dag", "Polly.Lisa-Neural", "nl-BE", 2),
                new Play("https://example.org/a.mp3", Digits: null, 3),
                new Play(Source: null, "1w2", 1),
                new Pause(TimeSpan.FromSeconds(4)),
            ],
            gather.Prompts);
    }

    [Fact]
    public void Case_12_comments_and_white_space_are_ignored()
    {
        var document = TwiMLReader.Read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a -->
            <Response>
              <!-- b --> <Say>
                one <!-- c -->
                two </Say>
            </Response>

            """);

        Assert.Equal("one two", document.Spoken);
    }

    [Fact]
    public void Case_23_words_outside_ASCII_arrive_intact()
    {
        var document = TwiMLReader.Read("<Response><Say>buen día, reçu, tschüß &amp; één</Say></Response>"u8);

        Assert.Equal("buen día, reçu, tschüß & één", document.Spoken);
    }

    [Fact]
    public void Words_of_several_languages_may_stand_in_one_Gather()
    {
        var document = TwiMLReader.Read(
            """
            <Response>
              <Gather><Say language="nl-BE">Dag.</Say><Say language="fr-BE">Bonjour.</Say></Gather>
              <Say>Bye.</Say>
            </Response>
            """);

        Assert.Equal("Dag. Bonjour. Bye.", document.Spoken);
    }

    [Fact]
    public void A_fault_says_where_it_is()
    {
        var fault = Assert.Throws<TwiMLException>(() => TwiMLReader.Read("<Response>\n  <Gather numdigits=\"1\"/>\n</Response>"));

        Assert.Equal(
            "TwiML 12200, line 2, column 11: <Gather> has no attribute \"numdigits\". It is written \"numDigits\".", fault.Message);
        Assert.Equal((12200, 2, 11), (fault.Code, fault.Line, fault.Column));
    }

    private static void AssertDefaults(Gather gather)
    {
        Assert.Equal((null, HttpMethod.Post, TimeSpan.FromSeconds(5)), (gather.Action, gather.Method, gather.Timeout));
        Assert.Equal(('#', null, false), (gather.FinishOnKey, gather.NumDigits, gather.ActionOnEmptyResult));
        Assert.Empty(gather.Prompts);
    }
}
