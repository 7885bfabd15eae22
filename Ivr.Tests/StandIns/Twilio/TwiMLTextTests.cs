using System.Xml.Linq;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Ivr.Tests.StandIns;

/// <summary>A document as a whole: its declaration, its layout, its elements.</summary>
public class TwiMLTextTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    [Fact]
    public void A_document_is_declared_and_indented_by_two_spaces()
    {
        var response = new VoiceResponse()
            .Append(new Gather(numDigits: 1).Append(new Say("Eén")).Append(new Say("Twee", loop: 2)))
            .Append(new Gather(method: HttpMethod.Post).Append(new Say("Drie")))
            .Hangup();

        Assert.Equal(
            Declaration + """

            <Response>
              <Gather numDigits="1">
                <Say>Eén</Say>
                <Say loop="2">Twee</Say>
              </Gather>
              <Gather method="POST">
                <Say>Drie</Say>
              </Gather>
              <Hangup></Hangup>
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
    public void An_empty_element_keeps_its_end_tag() => Assert.Equal(
        Declaration + "<Response></Response>", new VoiceResponse().ToString(SaveOptions.DisableFormatting));

    [Fact]
    public void Append_gives_the_parent()
    {
        var response = new VoiceResponse();
        var gather = new Gather(numDigits: 1);
        Assert.Same(gather, gather.Append(new Say("x")));
        Assert.Same(response, response.Append(gather));
        Assert.Same(response, response.Hangup());
        Assert.Equal(
            Declaration + "<Response><Gather numDigits=\"1\"><Say>x</Say></Gather><Hangup></Hangup></Response>",
            response.ToString(SaveOptions.DisableFormatting));
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
    public void A_character_that_XML_does_not_allow_is_an_argument_error()
    {
        foreach (var element in new TwiML[] { new Say("\u0001"), new Gather(hints: "\u0001") })
            Assert.Throws<ArgumentException>(() => new VoiceResponse().Append(element).ToString(SaveOptions.None));
    }

    [Fact]
    public void Interpolation_prints_the_name_of_the_type() =>
        Assert.Equal("Twilio.TwiML.VoiceResponse", $"{new VoiceResponse()}");
}
