using System.Text;
using Ivr.Caller.TwiML;

namespace Ivr.Tests.Caller;

/// <summary>What Twilio rejects or warns about, with the error code that Twilio's debugger would show.</summary>
public sealed class TwiMLFaultTests
{
    [Theory]
    [InlineData("a", 13310)]
    [InlineData("12", 13311)]
    [InlineData("##", 13311)]
    public void Case_9_a_finish_key_is_one_key(string key, int code) =>
        Refused($"<Gather finishOnKey=\"{key}\"/>", code);

    [Theory]
    [InlineData("<Gather><Gather/></Gather>", 13320)]
    [InlineData("<Gather><Redirect>/x</Redirect></Gather>", 13320)]
    [InlineData("<Gather><Record/></Gather>", 13320)]
    [InlineData("<Gather>words</Gather>", 12200)]
    [InlineData("<Say><Say>inner</Say></Say>", 12200)]
    [InlineData("<Say>with <break/> SSML</Say>", 12200)]
    [InlineData("<Pause>1</Pause>", 12200)]
    [InlineData("<Hangup>now</Hangup>", 12200)]
    [InlineData("words", 12200)]
    public void Case_13_what_stands_in_the_wrong_place_is_refused(string verbs, int code) => Refused(verbs, code);

    [Theory]
    [InlineData("<Redirect/>")]
    [InlineData("<Redirect>  </Redirect>")]
    public void Case_14_an_empty_Redirect_is_refused(string verbs) => Refused(verbs, 12200);

    [Theory]
    [InlineData("<Enqueue>support</Enqueue>")]
    [InlineData("<Dial action=\"/x\">+3225551234</Dial>")]
    [InlineData("<Dial record=\"record-from-answer\">+3225551234</Dial>")]
    [InlineData("<Dial hangupOnStar=\"yes\">+3225551234</Dial>")]
    [InlineData("<Dial><Number>+3225551234</Number></Dial>")]
    [InlineData("<say>hello</say>")]
    [InlineData("<HangUp/>")]
    [InlineData("<Say xmlns=\"urn:x\">hello</Say>")]
    [InlineData("<Say volume=\"11\">hello</Say>")]
    [InlineData("<Say Voice=\"woman\">hello</Say>")]
    [InlineData("<Gather finishonkey=\"#\"/>")]
    [InlineData("<Pause duration=\"1\"/>")]
    [InlineData("<Hangup reason=\"x\"/>")]
    [InlineData("<Redirect url=\"/x\">/x</Redirect>")]
    [InlineData("<Reject reason=\"tired\"/>")]
    [InlineData("<Redirect method=\"PUT\">/x</Redirect>")]
    public void Case_15_unknown_verbs_attributes_and_values_are_refused(string verbs) => Refused(verbs, 12200);

    [Theory]
    [InlineData("<Dial/>", 13223)]
    [InlineData("<Dial>02 555 12 34</Dial>", 13223)]
    [InlineData("<Dial callerId=\"me\">+3225551234</Dial>", 13223)]
    [InlineData("<Dial timeout=\"0\">+3225551234</Dial>", 13212)]
    public void A_Dial_goes_to_a_number(string verbs, int code) => Refused(verbs, code);

    [Theory]
    [InlineData("<response/>")]
    [InlineData("<html><body>Server Error</body></html>")]
    [InlineData("")]
    [InlineData("Internal Server Error")]
    [InlineData("<Response><Say>open</Response>")]
    [InlineData("\n<?xml version=\"1.0\"?><Response/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?><Response/>")]
    [InlineData("<!DOCTYPE Response [<!ENTITY x \"y\">]><Response><Say>&x;</Say></Response>")]
    [InlineData("<Response><Say>bell &#7;</Say></Response>")]
    public void Case_15_what_is_no_document_is_refused(string body) =>
        Assert.Equal(12100, Assert.Throws<TwiMLException>(() => TwiMLReader.Read(body)).Code);

    [Theory]
    [InlineData("<Gather timeout=\"0\"/>", 13313)]
    [InlineData("<Gather timeout=\"5s\"/>", 13313)]
    [InlineData("<Gather numDigits=\"0\"/>", 13314)]
    [InlineData("<Gather numDigits=\"-1\"/>", 13314)]
    [InlineData("<Gather method=\"post\"/>", 13312)]
    [InlineData("<Gather actionOnEmptyResult=\"True\"/>", 13338)]
    [InlineData("<Gather bargeIn=\"yes\"/>", 12200)]
    [InlineData("<Gather input=\"speech\"/>", 12200)]
    [InlineData("<Say loop=\"twice\">a</Say>", 13510)]
    [InlineData("<Say></Say>", 13520)]
    [InlineData("<Say> \n </Say>", 13520)]
    [InlineData("<Say>a\u009Bb</Say>", 13520)]
    [InlineData("<Play loop=\"-1\">a.mp3</Play>", 13410)]
    [InlineData("<Play/>", 12200)]
    [InlineData("<Play digits=\"1\">a.mp3</Play>", 12200)]
    [InlineData("<Pause length=\"0\"/>", 12200)]
    [InlineData("<Say voice=\"Polly.Lisa-Neural\" language=\"fr-BE\">a</Say>", 13511)]
    [InlineData("<Say voice=\"Google.fr-FR-Wavenet-A\" language=\"fr-BE\">a</Say>", 13511)]
    [InlineData("<Say voice=\"Lisa\">a</Say>", 13511)]
    [InlineData("<Say language=\"Dutch\">a</Say>", 13511)]
    public void Values_outside_their_domain_are_refused(string verbs, int code) => Refused(verbs, code);

    [Fact]
    public void Say_takes_3000_characters_and_no_more()
    {
        TwiMLReader.Read($"<Response><Say>{new string('a', 3000)}</Say></Response>");

        Refused($"<Say>{new string('a', 3001)}</Say>", 13521);
    }

    [Fact]
    public void A_byte_order_mark_is_refused()
    {
        var fault = Assert.Throws<TwiMLException>(() => TwiMLReader.Read([0xEF, 0xBB, 0xBF, .. "<Response/>"u8]));

        Assert.Equal("TwiML 12100: a byte order mark stands before the document.", fault.Message);
    }

    [Fact]
    public void Other_encodings_than_UTF_8_are_refused()
    {
        var latin1 = Encoding.Latin1.GetBytes("<Response><Say>één</Say></Response>");

        Assert.Equal(12100, Assert.Throws<TwiMLException>(() => TwiMLReader.Read(latin1)).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("audio/mpeg")]
    [InlineData("text/xml; charset=utf-16")]
    public void Other_content_types_are_refused(string? contentType) =>
        Assert.Equal(12300, Assert.Throws<TwiMLException>(() => TwiMLContent.Read(contentType, "<Response/>"u8)).Code);

    [Theory]
    [InlineData("text/xml")]
    [InlineData("application/xml; charset=utf-8")]
    [InlineData("text/html")]
    public void Three_content_types_are_TwiML(string contentType) =>
        Assert.Empty(TwiMLContent.Read(contentType, "<Response/>"u8).Verbs);

    [Fact]
    public void A_body_over_64_kB_is_refused()
    {
        var body = Encoding.UTF8.GetBytes("<Response/>".PadRight(64 * 1024));
        Assert.Empty(TwiMLContent.Read("text/xml", body).Verbs);

        Assert.Equal(11750, Assert.Throws<TwiMLException>(() => TwiMLContent.Read("text/xml", [.. body, (byte)' '])).Code);
    }

    private static void Refused(string verbs, int code) =>
        Assert.Equal(code, Assert.Throws<TwiMLException>(() => TwiMLReader.Read($"<Response>{verbs}</Response>")).Code);
}
